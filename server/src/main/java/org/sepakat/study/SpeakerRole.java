package org.sepakat.study;

/** Who speaks; a theme's scope may be restricted to it, since an interviewer's turns are usually not coded. */
public enum SpeakerRole implements Word {
    PARTICIPANT,
    INTERVIEWER,
    OTHER
}
