package uk.mashhub.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Packets and readers out of a seed. Values that locate hold {@code LOC}, free text {@code TXT}, files {@code FILE}. */
final class RandomPackets {
    private static final String[][] SOURCES = {
        {"exampleshire-council", "council-cin"},
        {"exampleshire-police", "police-records"},
        {"exampleshire-health", "hospital-encounters"},
        {"exampleshire-housing", "housing-by-hand"}
    };
    private final Random random;

    RandomPackets(long seed) {
        this.random = new Random(seed);
    }

    Packets packet(SafetyFlag... flagsOfMotherAndChild) {
        Packets packet = Packets.empty(one(Purpose.values()))
                .person(People.noor(flagsOfMotherAndChild))
                .person(People.leila(flagsOfMotherAndChild))
                .person(random.nextBoolean() ? People.karim() : People.karimUnmarked())
                .person(People.neighbour());
        if (random.nextBoolean()) {
            packet.consent(one(ConsentState.values()), People.CHILD, People.MOTHER);
        }
        if (random.nextInt(3) == 0) {
            packet.override(Audiences.HEALTH);
        }
        packet.household(household());
        int items = 1 + random.nextInt(8);
        for (int n = 1; n <= items; n++) {
            packet.item(item(n));
            act(packet, n);
        }
        return packet;
    }

    private Household household() {
        List<HouseholdMember> members = new ArrayList<>();
        for (PersonId p : List.of(People.CHILD, People.MOTHER, People.FATHER)) {
            if (random.nextBoolean()) {
                members.add(new HouseholdMember(p, Optional.empty(), Optional.empty()));
            }
        }
        return new Household(
                new HouseholdId(new UUID(0x40L, random.nextInt(99))),
                Optional.of(new Address(List.of("LOC house"), "ZZ9 9XY", Optional.empty())),
                members);
    }

    Items item(int n) {
        String[] source = one(SOURCES);
        Items item = Items.of(one(DataClass.values())).number(n).heldBy(new AgencyId(source[0]), source[1]);
        item.on(LocalDate.of(2010 + random.nextInt(17), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        if (random.nextBoolean()) {
            item.event("occurrence-" + random.nextInt(2));
        }
        label(item);
        for (int i = random.nextInt(3); i > 0; i--) {
            item.about(People.id(1 + random.nextInt(5)), one(SubjectRole.values()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            FieldKind kind = one(FieldKind.values());
            item.field(kind, (kind.freeText() ? "TXT" : kind.locates() ? "LOC house, ZZ9 9XY" : "val") + "-" + n);
        }
        if (random.nextInt(5) == 0) {
            item.attachment("FILE-" + n + ".jpg");
        }
        return item;
    }

    private void label(Items item) {
        if (random.nextInt(3) == 0) {
            item.graded(one(new String[] {"1-A-P", "2-D-C", "B24", "nonsense"}));
        }
        if (random.nextInt(4) == 0) {
            item.nature(one(Nature.values()));
        }
        if (random.nextInt(8) == 0) {
            item.regime(one(Regime.values()));
        }
        if (random.nextInt(8) == 0) {
            item.classified(one(Classification.values()));
        }
        if (random.nextInt(6) == 0) {
            item.statute(one(StatuteFlag.values()));
        }
        if (random.nextInt(5) == 0) {
            item.handled(one(HandlingCondition.values()));
        }
        if (random.nextInt(3) == 0) {
            item.confidential();
        }
        if (random.nextInt(8) == 0) {
            item.readBy("health-desk");
        }
    }

    private void act(Packets packet, int n) {
        if (random.nextInt(3) == 0) {
            packet.worded(n, "Owner wording " + n);
        }
        if (random.nextInt(8) == 0) {
            packet.act(Items.id(n), one(OwnerAct.Kind.values()), "owner words " + n, "health-desk", "council-decision");
        }
    }

    Audience audience() {
        if (random.nextInt(4) > 0) {
            return one(Audiences.room().toArray(new Audience[0]));
        }
        return new Audience(
                Audiences.AREA,
                one(Audiences.room().toArray(new Audience[0])).team(),
                one(Role.values()),
                one(new AgencyId[] {Audiences.HEALTH, Audiences.POLICE, Audiences.SCHOOLS}),
                one(Sector.values()),
                one(Placement.values()));
    }

    PersonId perspective() {
        return one(new PersonId[] {People.CHILD, People.MOTHER, People.FATHER, People.id(77)});
    }

    <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** The same packet with every list in another order. */
    Packet shuffled(Packet p) {
        return new Packet(
                p.enquiry(),
                p.reference(),
                p.area(),
                p.stage(),
                p.purpose(),
                p.rating(),
                p.receivedAt(),
                p.dueAt(),
                p.asAt(),
                mixed(p.people()),
                mixed(p.households()),
                mixed(p.relationships()),
                mixed(p.items()),
                mixed(p.ownerActs()),
                mixed(p.consents()),
                mixed(p.overrides()),
                mixed(p.agencies()),
                mixed(p.decisions()));
    }

    private <T> List<T> mixed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** The same packet with only some of its items. */
    static Packet with(Packet p, List<Item> items) {
        return new Packet(
                p.enquiry(),
                p.reference(),
                p.area(),
                p.stage(),
                p.purpose(),
                p.rating(),
                p.receivedAt(),
                p.dueAt(),
                p.asAt(),
                p.people(),
                p.households(),
                p.relationships(),
                items,
                p.ownerActs(),
                p.consents(),
                p.overrides(),
                p.agencies(),
                p.decisions());
    }

    /** The same packet with other people. */
    static Packet withPeople(Packet p, List<PacketPerson> people) {
        return new Packet(
                p.enquiry(),
                p.reference(),
                p.area(),
                p.stage(),
                p.purpose(),
                p.rating(),
                p.receivedAt(),
                p.dueAt(),
                p.asAt(),
                people,
                p.households(),
                p.relationships(),
                p.items(),
                p.ownerActs(),
                p.consents(),
                p.overrides(),
                p.agencies(),
                p.decisions());
    }
}
