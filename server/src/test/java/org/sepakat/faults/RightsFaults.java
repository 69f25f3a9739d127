package org.sepakat.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sepakat.faults.PatientCoder.Manners;
import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;

/** Rights change while coders write: a blind round is closed and revealed, people are removed. */
final class RightsFaults {

    static final List<Scenario> ALL = List.of(
            new Scenario("F14 close and reveal race with acts", RightsFaults::reveal),
            new Scenario("F15 members are removed in load", RightsFaults::removal));

    private static final int CODERS = 8;

    private RightsFaults() {}

    private static Story reveal(Rig rig, Scale scale) {
        Door one = rig.node();
        Door two = rig.node();
        List<Person> people = DatabaseFaults.people(rig, one, CODERS);
        var pages = new ArrayList<PatientCoder>();
        for (Person person : people) {
            pages.add(rig.page(person, pages.size() % 2 == 0 ? List.of(one, two) : List.of(two, one), Manners.GOOD));
        }
        rig.page(rig.leadAt(one), List.of(two), Manners.GOOD);
        Load last = null;
        for (int i = 0; i < scale.faults(); i++) {
            UUID round = rig.startRound(Mode.BLIND, people);
            Load load = Load.continuing(last, rig, pages, round);
            load.reachMore(scale.ops());
            rig.move(round, Phase.CLOSED);
            rig.move(round, Phase.REVEALED);
            load.stop();
            load.await(60);
            last = load;
        }
        return new Story(java.util.Objects.requireNonNull(last), 2 * scale.faults(), -1);
    }

    private static Story removal(Rig rig, Scale scale) {
        Door door = rig.node();
        List<Person> people = DatabaseFaults.people(rig, door, CODERS + scale.faults());
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = DatabaseFaults.pages(rig, people, door);
        Load load = Load.start(rig, pages, round, Integer.MAX_VALUE, 4);
        for (int i = 0; i < scale.faults(); i++) {
            Pause.millis(300);
            rig.remove(people.get(i));
        }
        load.reach(scale.ops());
        Pause.millis(2_500);
        load.stop();
        load.await(60);
        return new Story(load, scale.faults(), -1);
    }
}
