package org.sepakat.db;

/** The database cannot be had. The message is a sentence for the person who runs the server. */
public sealed class DatabaseException extends RuntimeException permits FolderInUse {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public DatabaseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
