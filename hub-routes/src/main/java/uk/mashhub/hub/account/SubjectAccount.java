package uk.mashhub.hub.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.ItemDecision;

/**
 * What one enquiry adds to somebody's account. An organisation stands in it on the first day on which it was given something
 * that may be told, and for that alone: a version of a view that came because of somebody else leaves no trace.
 */
final class SubjectAccount {
    /** Whoever serves the whole area: their names say nothing of where anybody is. Others stand as what they are. */
    private static final Set<Sector> NAMED = Set.of(Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.HEALTH);

    private final Area area;
    private final Function<String, String> lawOf;

    /** @param lawOf the law that a rule of a question rests on, by its id; empty if it is not known any more */
    SubjectAccount(Area area, Function<String, String> lawOf) {
        this.area = area;
        this.lawOf = lawOf;
    }

    /** A version of a view that the lead finds, and what was decided of it. */
    record Given(LookupRow row, List<ItemDecision> decisions) {
        Given {
            Objects.requireNonNull(row, "row");
            decisions = List.copyOf(decisions);
        }
    }

    /** One line: an organisation was given these kinds of information on a day. */
    record Told(LocalDate day, String organisation, Purpose purpose, SortedSet<String> kinds, SortedSet<String> laws) {}

    private record Line(LocalDate day, String organisation, Purpose purpose) {}

    /**
     * The lines of an enquiry, by day.
     *
     * @param asked the sources, as {@code <agency>.<source>}, of which the lead finds that they were asked
     */
    List<Told> of(AccountSubject subject, Enquiry enquiry, Packet packet, List<Given> given, Set<String> asked) {
        Optional<PacketPerson> person = subject.in(packet)
                .filter(p -> AccountExemptions.reads(p, day(packet.asAt())))
                .filter(p -> AccountExemptions.tells(
                        enquiry,
                        packet,
                        given.stream().map(g -> Purpose.valueOf(g.row().purpose()))));
        Map<Line, Told> lines = new TreeMap<>(Comparator.comparing(Line::day)
                .thenComparing(Line::organisation)
                .thenComparing(Line::purpose));
        person.ifPresent(p -> {
            given(p, packet, given, lines);
            asked(p, enquiry, asked, lines);
        });
        return List.copyOf(lines.values());
    }

    private void given(PacketPerson person, Packet packet, List<Given> given, Map<Line, Told> lines) {
        Map<ItemId, Item> items = packet.items().stream()
                .filter(i -> AccountExemptions.tells(i, person.id(), packet))
                .collect(Collectors.toMap(Item::id, i -> i));
        Set<ItemId> told = new HashSet<>();
        List<Given> inOrder = new ArrayList<>(given);
        inOrder.sort(Comparator.comparing((Given g) -> g.row().at()));
        for (Given one : inOrder) {
            for (ItemDecision decision : one.decisions()) {
                Item item = items.get(decision.item());
                if (item != null && AccountExemptions.toldThen(decision) && told.add(item.id())) {
                    Line line = new Line(
                            day(one.row().at()),
                            area.agency(one.row().agency()).map(Agency::name).orElseThrow(),
                            Purpose.valueOf(one.row().purpose()));
                    add(lines, line, kind(item.labels().dataClass()), decision.law());
                }
            }
        }
    }

    private void asked(PacketPerson person, Enquiry enquiry, Set<String> asked, Map<Line, Told> lines) {
        Set<String> told = new HashSet<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Asked question
                    && question.people().contains(person.id())
                    && asked.contains(question.agency() + "." + question.source())
                    && told.add(question.agency().value())) {
                Line line = new Line(day(entry.at()), named(question), question.purpose());
                add(
                        lines,
                        line,
                        "your name, your date of birth and the numbers by which you are known, to ask whether it knows you",
                        lawOf.apply(question.rule()));
            }
        }
    }

    private String named(EnquiryFact.Asked question) {
        Agency agency = area.agency(question.agency()).orElseThrow();
        if (NAMED.contains(agency.sector())) {
            return agency.name();
        }
        return switch (agency.sector()) {
            case EDUCATION -> "An education organisation";
            case HOUSING -> "A housing organisation";
            default -> "An organisation that works with children and families";
        };
    }

    private static void add(Map<Line, Told> lines, Line line, String kind, String law) {
        Told told = lines.computeIfAbsent(
                line, l -> new Told(l.day(), l.organisation(), l.purpose(), new TreeSet<>(), new TreeSet<>()));
        told.kinds().add(kind);
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
