package uk.mashhub.hub.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.ItemDecision;

/**
 * What no account says of itself (verify: UK GDPR art. 15(4); DPA 2018 Sch 2 paras 2, 7 and 16; Sch 3 paras 3 to 5, 11, 21).
 * It names what may be told; all else is left out, because a mistake tells a violent man where his children are. What is told
 * beyond it, a person of the named unit writes. Each method says in words, for that unit alone, why it leaves out.
 */
final class AccountExemptions {
    /** Below it, somebody else asks and reads: a child's account is made by a person (verify: DPA 2018 s 208, ICO guidance). */
    private static final int OLD_ENOUGH = 12;

    /** No enquiry that was ever for another purpose: telling of it may prejudice the inquiry or cause serious harm. */
    private static final Set<Purpose> PLAIN =
            EnumSet.of(Purpose.PRESCREEN, Purpose.MASH_ENQUIRY, Purpose.S17, Purpose.EARLY_HELP);

    /** Nobody in it who did harm, was harmed, saw it or told of it (crime; third parties). */
    private static final Set<SubjectRole> FAMILY =
            EnumSet.of(SubjectRole.INDEX_CHILD, SubjectRole.SIBLING, SubjectRole.PARENT, SubjectRole.HOUSEHOLD_ADULT);

    /**
     * Kinds that are told. Not where somebody is, nor anything of crime, nor of health: a controller who is no health
     * professional asks one first.
     */
    private static final Set<DataClass> KINDS =
            EnumSet.of(DataClass.IDENTITY, DataClass.EDUCATION, DataClass.INVOLVEMENT, DataClass.HOUSING);

    /** Facts on which an item was decided for anybody, as they are where nobody is protected. */
    private static final Map<String, String> HARMLESS = Map.of(
            "ENQUIRY_HIDES_LOCATION", "no",
            "SUBJECT_SAFE_ADDRESSED", "no",
            "SUBJECT_PDS_RESTRICTED", "no",
            "SUBJECT_PROTECTED_PERSON", "no",
            "SUBJECT_LIMITED_ACCESS", "no",
            "SUBJECT_RISK_TO_STAFF", "no",
            "PERPETRATOR_SIDE", "no");

    private AccountExemptions() {}

    /**
     * Why nothing of an enquiry is told; empty for one that is over, and in which nobody is hidden, feared or at risk, and
     * everything that was ever told is plain.
     *
     * @param shownFor the purposes of all views of it, of every agency
     * @param apart those of its people, and of whom its sources speak, whom a statute keeps apart
     */
    static List<String> whyNot(Enquiry enquiry, Packet packet, Set<Purpose> shownFor, Set<PersonId> apart) {
        Map<String, Boolean> harmless = new LinkedHashMap<>();
        harmless.put("it is not over", packet.stage() == Stage.DECIDED || packet.stage() == Stage.CLOSED);
        harmless.put("it was for more than section 17", PLAIN.containsAll(purposes(enquiry, packet, shownFor)));
        harmless.put(
                "somebody was not asked because asking would prejudice the protection",
                packet.consents().stream()
                        .noneMatch(c -> c.notSoughtBecause()
                                .filter(NotSoughtReason.WOULD_PREJUDICE_PROTECTION::equals)
                                .isPresent()));
        harmless.put("somebody in it has a flag, or may have", unmarked(enquiry, packet));
        harmless.put(
                "somebody in it is more than family", named(enquiry, packet).allMatch(FAMILY::contains));
        harmless.put("a statute keeps somebody apart", apart.isEmpty() && noneApart(enquiry));
        harmless.put("not everything that was told in it is plain", plain(enquiry));
        harmless.put(
                "an owner has held, released or recalled something",
                packet.ownerActs().isEmpty());
        harmless.put(
                "something of it could not be read",
                enquiry.facts(EnquiryFact.ReceivedUnreadable.class).findAny().isEmpty());
        harmless.put(
                "a household may have somebody else in it",
                packet.households().stream().allMatch(h -> h.candidates().isEmpty()));
        return harmless.entrySet().stream()
                .filter(h -> !h.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Purpose> purposes(Enquiry enquiry, Packet packet, Set<Purpose> shownFor) {
        return Stream.of(
                        Stream.of(packet.purpose()),
                        shownFor.stream(),
                        enquiry.facts(EnquiryFact.Asked.class).map(EnquiryFact.Asked::purpose),
                        enquiry.acts(Act.SetPurpose.class).map(Act.SetPurpose::purpose))
                .flatMap(of -> of)
                .collect(Collectors.toSet());
    }

    /** Everybody as they stand, as they were named, and as sources named them; who was taken out too. */
    private static Stream<PacketPerson> people(Enquiry enquiry, Packet packet) {
        return Stream.of(
                        packet.people().stream(),
                        enquiry.everybody(),
                        enquiry.facts(EnquiryFact.Answered.class).flatMap(a -> a.people().stream()))
                .flatMap(of -> of);
    }

    private static Stream<SubjectRole> named(Enquiry enquiry, Packet packet) {
        return Stream.concat(
                people(enquiry, packet).flatMap(p -> p.roles().stream()),
                enquiry.told().flatMap(i -> i.subjects().stream()).map(Subject::role));
    }

    /** Every flag counts, of whoever may be the person too, of whom a source names besides, and one that has ended. */
    private static boolean unmarked(Enquiry enquiry, Packet packet) {
        return people(enquiry, packet).allMatch(p -> p.restrictions().findAny().isEmpty())
                && enquiry.facts(EnquiryFact.Answered.class)
                        .allMatch(a -> a.flags().stream()
                                        .allMatch(f -> f.flags().isEmpty())
                                && a.outside().stream().allMatch(o -> o.flags().isEmpty()));
    }

    private static boolean noneApart(Enquiry enquiry) {
        return enquiry.facts(EnquiryFact.Answered.class)
                .allMatch(a -> a.apart().isEmpty()
                        && a.outside().stream().allMatch(o -> o.statutes().isEmpty()));
    }

    /** Everything that was ever told, of candidates and of whom nobody asked about too. */
    private static boolean plain(Enquiry enquiry) {
        Set<PersonId> people = enquiry.everybody().map(PacketPerson::id).collect(Collectors.toSet());
        return enquiry.told()
                .allMatch(i -> plain(i)
                        && !i.subjects().isEmpty()
                        && i.subjects().stream().allMatch(s -> people.contains(s.person())));
    }

    private static boolean plain(Item item) {
        return KINDS.contains(item.labels().dataClass())
                && item.labels().nature() == Nature.FACT
                && item.labels().regime() == Regime.UK_GDPR
                && item.labels().grade().equals(IntelligenceGrade.none())
                && item.labels().handling().equals(Handling.none())
                && item.labels().statutes().isEmpty()
                && !item.labels().confidential();
    }

    /** Whether somebody reads an account of their own. An unknown age does not. */
    static boolean reads(PacketPerson person, LocalDate today) {
        return person.details()
                .birthDate()
                .filter(b -> b.accuracy() == BirthDate.Accuracy.ACCURATE)
                .filter(b -> Period.between(b.date(), today).getYears() >= OLD_ENOUGH)
                .isPresent();
    }

    /** Why it is not told that an item of a plain enquiry was given. */
    static Optional<String> whyNot(Item item, PersonId subject, Packet packet) {
        if (!item.subjects().stream().allMatch(s -> s.person().equals(subject))) {
            return Optional.of("it is about somebody else too");
        }
        return packet.stopped(item.provenance().owner())
                ? Optional.of("its owner has stopped sharing")
                : Optional.empty();
    }

    /** Whether a decision about an item, for whomever, knew of nothing that protects somebody. One that did is enough. */
    static boolean harmless(ItemDecision decision) {
        // Not the outcome: the matrix is SILENT to some roles whatever the item.
        return decision.verdict().reviewers().isEmpty()
                && HARMLESS.entrySet().stream()
                        .allMatch(f -> f.getValue().equals(decision.facts().get(f.getKey())));
    }

    /** Whether a reader other than the owner was given something by it. */
    static boolean given(ItemDecision decision) {
        return switch (decision.verdict().outcome()) {
            case SHOW, REDACT, SUMMARISE -> "no".equals(decision.facts().get("READER_OWNS_ITEM"));
            case EXISTS, WITHHOLD, SILENT -> false;
        };
    }
}
