package uk.mashhub.hub.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.ToldInQuestion;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.ItemDecision;

/**
 * What one enquiry adds to somebody's account, whoever works it out. An organisation stands in it on the first day on which it was
 * given something that may be told, and for that alone: a version of a view that came because of somebody else leaves no trace.
 */
final class SubjectAccount {
    /** Whoever serves the whole area: their names say nothing of where anybody is. Others stand as what they are. */
    private static final Set<Sector> NAMED = Set.of(Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.HEALTH);

    /** What these units read, nobody is told. */
    private static final Set<Role> UNITS = Set.of(Role.PROTECTED_PERSONS_UNIT, Role.ADOPTION_LEAD);

    /** The fields of a question that are told of; one with another is left out. */
    private static final Map<FieldKind, String> FIELDS = Map.of(
            FieldKind.NAME, "your name",
            FieldKind.BIRTH_DATE, "your date of birth",
            FieldKind.IDENTIFIER, "numbers by which you are known");

    private final Area area;

    SubjectAccount(Area area) {
        this.area = area;
    }

    /** One line: an organisation was given these kinds of information on a day. */
    record Told(LocalDate day, String organisation, Purpose purpose, SortedSet<String> kinds, SortedSet<String> laws) {}

    /**
     * Something that is left out, for the named unit.
     *
     * @param what of which enquiry, by its reference, and what of it
     * @param why in words
     */
    record LeftOut(String what, String why) {
        LeftOut {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(why, "why");
        }
    }

    /** What an enquiry adds, and what of it is left out. */
    record Part(List<Told> told, List<LeftOut> leftOut) {
        Part {
            told = List.copyOf(told);
            leftOut = List.copyOf(leftOut);
        }
    }

    private record Line(LocalDate day, String organisation, Purpose purpose) {}

    private record Once(ItemId item, AgencyId agency) {}

    /**
     * The part of an enquiry.
     *
     * @param given every version of every team's view of it, oldest first
     * @param apart see {@link AccountExemptions#whyNot}
     */
    Part of(AccountSubject subject, Enquiry enquiry, Packet packet, List<TraceStore.Given> given, Set<PersonId> apart) {
        String reference = packet.reference();
        PacketPerson person = subject.in(packet).orElse(null);
        if (person == null) {
            return new Part(List.of(), List.of(new LeftOut(reference, "nobody or more than one in it is meant")));
        }
        List<String> why = new ArrayList<>();
        if (!AccountExemptions.reads(person, day(packet.asAt()))) {
            why.add("the person is too young, or the date of birth is not certain");
        }
        Set<Purpose> purposes = given.stream().map(TraceStore.Given::purpose).collect(Collectors.toSet());
        why.addAll(AccountExemptions.whyNot(enquiry, packet, purposes, apart));
        if (!why.isEmpty()) {
            return new Part(
                    List.of(), why.stream().map(w -> new LeftOut(reference, w)).toList());
        }
        Map<Line, Told> lines = new TreeMap<>(Comparator.comparing(Line::day)
                .thenComparing(Line::organisation)
                .thenComparing(Line::purpose));
        List<LeftOut> leftOut = new ArrayList<>(given(person, packet, given, lines));
        leftOut.addAll(asked(reference, person, enquiry, lines));
        return new Part(List.copyOf(lines.values()), leftOut);
    }

    private List<LeftOut> given(
            PacketPerson person, Packet packet, List<TraceStore.Given> given, Map<Line, Told> lines) {
        List<LeftOut> leftOut = new ArrayList<>();
        Set<ItemId> harmful = given.stream()
                .flatMap(SubjectAccount::decisions)
                .filter(d -> !AccountExemptions.harmless(d))
                .map(ItemDecision::item)
                .collect(Collectors.toSet());
        Map<ItemId, Item> items = new TreeMap<>(Comparator.comparing(ItemId::value));
        packet.items().stream()
                .filter(i -> isAbout(i, person.id()))
                .forEach(item -> AccountExemptions.whyNot(item, person.id(), packet)
                        .or(() -> harmful.contains(item.id())
                                ? Optional.of("a decision about it knew of something that protects somebody, or waited")
                                : Optional.empty())
                        .ifPresentOrElse(
                                why -> leftOut.add(new LeftOut(
                                        packet.reference() + ", "
                                                + item.provenance().owner() + ", "
                                                + item.labels().dataClass(),
                                        why)),
                                () -> items.put(item.id(), item)));
        Set<Once> told = new HashSet<>();
        for (TraceStore.Given one : given) {
            Team team =
                    area.team(one.team()).filter(t -> !UNITS.contains(t.role())).orElse(null);
            if (team != null) {
                decisions(one).filter(AccountExemptions::given).forEach(d -> {
                    Item item = items.get(d.item());
                    if (item != null && told.add(new Once(d.item(), team.agency()))) {
                        add(
                                lines,
                                new Line(day(one.at()), named(team.agency()), one.purpose()),
                                Set.of(kind(item.labels().dataClass())),
                                d.law());
                    }
                });
            }
        }
        return leftOut;
    }

    private static boolean isAbout(Item item, PersonId person) {
        return item.subjects().stream().map(Subject::person).anyMatch(person::equals);
    }

    private static Stream<ItemDecision> decisions(TraceStore.Given given) {
        return Arrays.stream(ModelJson.read(given.trace(), ItemDecision[].class));
    }

    /** What was asked, under the law of then; what former ledgers do not say is left out. */
    private List<LeftOut> asked(String reference, PacketPerson person, Enquiry enquiry, Map<Line, Told> lines) {
        List<LeftOut> leftOut = new ArrayList<>();
        Set<AgencyId> told = new HashSet<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Asked question
                    && question.people().contains(person.id())) {
                Set<FieldKind> fields = question.told().stream()
                        .flatMap(t -> t.people().stream())
                        .filter(t -> t.person().equals(person.id()))
                        .flatMap(t -> t.fields().stream())
                        .collect(Collectors.toSet());
                if (fields.isEmpty() || !FIELDS.keySet().containsAll(fields)) {
                    leftOut.add(new LeftOut(
                            reference + ", question to " + question.agency() + "." + question.source(),
                            fields.isEmpty() ? "the ledger does not say what it told" : "it told where somebody is"));
                } else if (told.add(question.agency())) {
                    add(
                            lines,
                            new Line(day(entry.at()), named(question.agency()), question.purpose()),
                            fields.stream().map(FIELDS::get).collect(Collectors.toSet()),
                            question.told().map(ToldInQuestion::law).orElse(""));
                }
            }
        }
        return leftOut;
    }

    private String named(AgencyId id) {
        Agency agency = area.agency(id).orElse(null);
        if (agency == null) {
            return "An organisation that works with children and families";
        }
        if (NAMED.contains(agency.sector())) {
            return agency.name();
        }
        return switch (agency.sector()) {
            case EDUCATION -> "An education organisation";
            case HOUSING -> "A housing organisation";
            default -> "An organisation that works with children and families";
        };
    }

    private static void add(Map<Line, Told> lines, Line line, Set<String> kinds, String law) {
        Told told = lines.computeIfAbsent(
                line, l -> new Told(l.day(), l.organisation(), l.purpose(), new TreeSet<>(), new TreeSet<>()));
        told.kinds().addAll(kinds);
        if (!law.isEmpty()) {
            told.laws().add(law);
        }
    }

    private LocalDate day(Instant at) {
        return at.atZone(area.calendar().zone()).toLocalDate();
    }

    private static String kind(DataClass of) {
        return switch (of) {
            case IDENTITY -> "who you are";
            case EDUCATION -> "your education";
            case INVOLVEMENT -> "who works with you";
            case HOUSING -> "your housing";
            default -> throw new IllegalArgumentException("no account tells of " + of);
        };
    }
}
