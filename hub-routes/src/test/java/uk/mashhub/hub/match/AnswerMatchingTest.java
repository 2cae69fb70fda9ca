package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.enquiry.AskedKeys;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What becomes of a record of which the source itself is not sure (rulings 10 and 33). */
class AnswerMatchingTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final SourceId SOURCE = new SourceId("police-records");
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final QuestionId TOKEN = new QuestionId(new UUID(1, 2));
    private static final EnquiryId ENQUIRY = new EnquiryId(new UUID(3, 4));
    private static final PersonKey ASKED = new PersonKey("k-ruby");
    private static final PersonKey ASKED_TOO = new PersonKey("k-other");
    private static final PersonId CHILD = new PersonId(new UUID(5, 6));
    private static final PersonId OTHER = new PersonId(new UUID(7, 8));
    private static final PersonFlag SAFE =
            new PersonFlag(SafetyFlag.SAFE_ADDRESS, SOURCE, Optional.empty(), Optional.empty());
    private static final AskedKeys KEYS =
            new AskedKeys(List.of(new AskedKeys.AskedKey(ASKED, CHILD), new AskedKeys.AskedKey(ASKED_TOO, OTHER)));
    private static final QuestionRow QUESTION =
            new QuestionRow(TOKEN, ENQUIRY, POLICE, SOURCE, "ASKED", AT, AT, AT, "");
    private static final PersonKey FIRST = new PersonKey("record/1");
    private static final PersonKey SECOND = new PersonKey("record/2");

    private final Random random = new Random(7);
    private final RandomSource bytes = length -> {
        byte[] b = new byte[length];
        random.nextBytes(b);
        return b;
    };

    private static PersonDetails details(String given, String family, String nhsNumber) {
        return new PersonDetails(
                List.of(PersonName.usual(given, family)),
                Optional.of(BirthDate.accurate(LocalDate.of(2015, 7, 3))),
                Sex.UNKNOWN,
                Stream.of(nhsNumber)
                        .filter(n -> !n.isEmpty())
                        .<uk.mashhub.model.person.PersonIdentifier>map(NhsNumber::new)
                        .toList(),
                List.of(),
                List.of());
    }

    private static PersonDetails ruby() {
        return details("Ruby", "Madeup", "9990000093");
    }

    private static ContactPerson record(PersonKey key, PersonDetails details, PersonFlag... flags) {
        return new ContactPerson(key, Set.of(), details, List.of(flags));
    }

    private static SourceItem about(PersonKey key) {
        return about(key, ItemLabels.fact(DataClass.INVOLVEMENT));
    }

    private static SourceItem about(PersonKey key, ItemLabels labels) {
        return new SourceItem(
                "incident/" + key.value(),
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.unknown(),
                List.of(new SourceSubject(key, SubjectRole.UNKNOWN)),
                labels,
                List.of(new ItemField(FieldKind.STATUS, "Status", "missing")),
                List.of(),
                List.of());
    }

    private static Answer answer(List<Answer.Candidate> candidates, ContactPerson... records) {
        return new Answer(
                TOKEN,
                SOURCE,
                Answer.Kind.ANSWERED,
                "",
                Arrays.asList(records),
                candidates,
                List.of(),
                List.of(),
                Arrays.stream(records).map(r -> about(r.key())).toList(),
                List.of());
    }

    private Optional<EnquiryFact.Answered> match(Answer answer) {
        return new AnswerMatching(Matcher.weighing(), bytes)
                .match(
                        QUESTION,
                        ModelJson.write(KEYS),
                        answer,
                        packet(),
                        AnswerMatchingTest::known,
                        ToldBefore.nothing(SOURCE),
                        POLICE,
                        AT);
    }

    private static Candidate known(PacketPerson person) {
        return new Candidate(person.id(), person.details(), Set.of());
    }

    private static Packet packet() {
        return new Packet(
                ENQUIRY,
                "MH-TEST-01",
                new AreaCode("E10000099"),
                Stage.ENQUIRING,
                Purpose.S17,
                Rating.AMBER,
                AT,
                AT,
                AT,
                List.of(
                        new PacketPerson(CHILD, Set.of(SubjectRole.INDEX_CHILD), ruby(), List.of()),
                        new PacketPerson(
                                OTHER, Set.of(SubjectRole.SIBLING), details("Zoe", "Elsewhere", ""), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Answer.Candidate may(PersonKey record, PersonKey asked) {
        return new Answer.Candidate(record, asked);
    }

    @Test
    void letsACandidateWaitWhomTheMatcherDoesNotFindAlike() {
        EnquiryFact.Answered fact = match(
                        answer(List.of(may(FIRST, ASKED)), record(FIRST, details("Otto", "Stranger", ""))))
                .orElseThrow();
        assertThat(fact.waiting()).singleElement().satisfies(w -> {
            assertThat(w.person()).isEqualTo(CHILD);
            assertThat(fact.items().get(0).subjects())
                    .extracting(s -> s.person())
                    .containsExactly(w.candidate());
        });
        assertThat(fact.people()).isEmpty();
    }

    @Test
    void givesACandidatesItemsTheRoleOfThePersonItMayBe() {
        EnquiryFact.Answered fact = match(
                        answer(List.of(may(FIRST, ASKED)), record(FIRST, details("Ruby", "Madeup", ""))))
                .orElseThrow();
        assertThat(fact.items().get(0).subjects()).extracting(s -> s.role()).containsExactly(SubjectRole.INDEX_CHILD);
    }

    @Test
    void letsACandidateWaitOfWhomOnlyTheMatcherIsCertain() {
        EnquiryFact.Answered fact =
                match(answer(List.of(may(FIRST, ASKED)), record(FIRST, ruby()))).orElseThrow();
        assertThat(fact.waiting()).singleElement().satisfies(w -> {
            assertThat(w.person()).isEqualTo(CHILD);
            assertThat(w.why()).contains("the source says that this may be the person");
        });
        assertThat(fact.items().get(0).subjects()).extracting(s -> s.person()).doesNotContain(CHILD);
    }

    @Test
    void attachesARecordOfWhomTheMatcherIsCertainAndTheSourceNotInDoubt() {
        EnquiryFact.Answered fact =
                match(answer(List.of(), record(FIRST, ruby()))).orElseThrow();
        assertThat(fact.waiting()).isEmpty();
        assertThat(fact.items().get(0).subjects()).extracting(s -> s.person()).containsExactly(CHILD);
    }

    @Test
    void letsEachOfSeveralCandidatesWait() {
        Answer tie =
                answer(List.of(may(FIRST, ASKED), may(SECOND, ASKED)), record(FIRST, ruby()), record(SECOND, ruby()));
        EnquiryFact.Answered fact = match(tie).orElseThrow();
        assertThat(fact.waiting())
                .hasSize(2)
                .allSatisfy(w -> assertThat(w.person()).isEqualTo(CHILD));
        assertThat(fact.items())
                .flatExtracting(i -> i.subjects())
                .extracting(s -> s.person())
                .doesNotContain(CHILD);
    }

    @Test
    void letsACandidateWaitForBothWhomTheMatcherAndWhomTheSourceMean() {
        EnquiryFact.Answered fact = match(answer(List.of(may(FIRST, ASKED_TOO)), record(FIRST, ruby())))
                .orElseThrow();
        assertThat(fact.waiting()).extracting(w -> w.person()).containsExactly(CHILD, OTHER);
    }

    @Test
    void raisesTheFlagsOfACandidateOnEverybodyItMayBe() {
        Answer answer = answer(
                List.of(may(FIRST, ASKED), may(FIRST, ASKED_TOO)),
                record(FIRST, details("Otto", "Stranger", ""), SAFE));
        assertThat(match(answer).orElseThrow().outside()).singleElement().satisfies(o -> {
            assertThat(o.flags()).containsExactly(SAFE);
            assertThat(o.perhaps()).containsExactlyInAnyOrder(CHILD, OTHER);
        });
    }

    @Test
    void refusesRecordsOfSomebodyWhomTheSourceDoesNotTakeForAnybodyAskedAbout() {
        assertThat(match(answer(List.of(), record(FIRST, details("Otto", "Stranger", "")))))
                .isEmpty();
    }

    @Test
    void keepsTheFlagsOfARecordThatAStatuteKeepsApartAPossibility() {
        for (PersonKey key : List.of(ASKED, FIRST)) {
            EnquiryFact.Answered fact = match(adopted(key)).orElseThrow();
            assertThat(fact.flags()).as("the child's own would raise a banner").isEmpty();
            assertRestrictsWithoutASign(fact);
        }
    }

    @Test
    void keepsThemAPossibilityAlsoWhereTheAnswerCouldNotBeTakenIn() {
        EnquiryFact.Answered fact =
                new AnswerMatching(Matcher.weighing(), bytes).refused(QUESTION, ModelJson.write(KEYS), adopted(ASKED));
        assertThat(fact.flags()).isEmpty();
        assertRestrictsWithoutASign(fact);
        assertThat(fact.outside())
                .allSatisfy(o -> assertThat(o.details().names()).isEmpty());
    }

    private static void assertRestrictsWithoutASign(EnquiryFact.Answered fact) {
        assertThat(fact.waiting()).as("nobody settles such a link").isEmpty();
        assertThat(fact.outside()).singleElement().satisfies(o -> {
            assertThat(o.perhaps()).containsExactly(CHILD);
            assertThat(o.flags()).containsExactly(SAFE);
            assertThat(fact.apart()).containsExactly(o.id());
        });
    }

    /** The child's new record, under the adoption statute, at an address that must not be known. */
    private static Answer adopted(PersonKey key) {
        ItemLabels open = ItemLabels.fact(DataClass.INVOLVEMENT);
        ItemLabels adoption = new ItemLabels(
                open.dataClass(),
                open.nature(),
                open.grade(),
                open.regime(),
                open.classification(),
                open.confidential(),
                open.handling(),
                Set.of(StatuteFlag.ADOPTION));
        return new Answer(
                TOKEN,
                SOURCE,
                Answer.Kind.ANSWERED,
                "",
                List.of(record(key, ruby(), SAFE)),
                List.of(),
                List.of(),
                List.of(),
                List.of(about(key, adoption)),
                List.of());
    }
}
