package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.screens.Forms;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/**
 * What the hub could not take in stands on the board until a person mends it (ruling 26): a contact keeps its reference and
 * its clock, an answer makes its source unavailable and is sent again like a contact.
 */
class SetAsideTest {
    private static final Principal SCHOOLS = new Principal("schools-by-hand");
    private static final SourceId BY_HAND = new SourceId("schools-by-hand");
    private static final String WHERE = "IllegalStateException at uk.mashhub.Somewhere:1";

    private static TheHub hub;

    @BeforeAll
    static void starts() {
        hub = TheHub.started();
    }

    @Test
    void aContactOnWhichTheHubFailsStandsOnTheBoardAndIsMendedIntoTheSameEnquiry() throws Exception {
        String child = "Setaside";
        IntakeMessage message = contact("set-aside-1", form(child));
        byte[] sealed = hub.part(IntakeSeal.class).seal(message);
        List<UUID> before = waiting();

        inTransaction(() -> hub.part(ReferralJourney.class).setAside(Senders.DOOR, sealed, WHERE));
        inTransaction(() -> hub.part(ReferralJourney.class).setAside(Senders.DOOR, sealed, WHERE));

        QuarantineStore.Kept kept = onlyNew(before);
        assertThat(kept.row().fault()).isEqualTo("HUB_FAULT");
        assertThat(kept.row().agency().value()).isEqualTo("exampleshire-schools");
        EnquiryRow stood = enquiryOf(kept);
        assertThat(stood.receivedAt()).isEqualTo(message.receivedAt());
        assertThat(line(stood).path("name").asString()).contains("unreadable", "Ring them");

        TestTime.pass(Duration.ofHours(1));
        QuarantineDesk.Replay replay = desk().replay(reader("education-desk"), kept.id(), form(child));
        assertThat(replay).isEqualTo(new QuarantineDesk.Replay(true, java.util.Optional.empty(), false));
        JsonNode line = TheHub.await(
                "the mended contact on its own line",
                () -> queue().stream()
                        .map(q -> q.path("line"))
                        .filter(l -> l.path("reference").asString("").equals(stood.reference()))
                        .filter(l -> l.path("name").asString("").contains(child))
                        .findFirst()
                        .orElse(null));

        EnquiryRow mended = enquiryOf(kept);
        assertThat(mended.reference()).isEqualTo(stood.reference());
        assertThat(mended.receivedAt()).isEqualTo(stood.receivedAt());
        assertThat(mended.dueAt()).isEqualTo(stood.dueAt());
        assertThat(line.toString()).doesNotContain("unreadable");
        assertThat(hub.visitor("decision").queue())
                .as("lines about this child")
                .filteredOn(q -> q.path("line").path("name").asString("").contains(child))
                .hasSize(1);
    }

    /** Nothing was taken in under its id: the same id is the same matter (ruling 26), and no conflict (ruling 19). */
    @Test
    void aContactThatItsSenderMendsAndSendsAgainUnderItsIdComesToTheEnquiryThatStoodForIt() throws Exception {
        String child = "Resentmended";
        List<UUID> before = waiting();
        byte[] broken = form(child).replace("\"version\":1", "\"version\":99").getBytes(StandardCharsets.UTF_8);
        byte[] worse = "{".getBytes(StandardCharsets.UTF_8);
        byte[] mended = form(child).getBytes(StandardCharsets.UTF_8);
        assertThat(hub.door().form("school-form", "resent-1", broken).status()).isEqualTo(422);
        QuarantineStore.Kept kept = TheHub.await("the unreadable form", () -> firstNew(before));
        EnquiryRow stood = enquiryOf(kept);
        TestTime.pass(Duration.ofHours(1));

        assertThat(hub.door().form("school-form", "resent-1", worse).status()).isEqualTo(422);
        TheHub.await("the next unreadable form in its place", () -> {
            QuarantineStore.Kept next = firstNew(before);
            return next != null && !next.id().equals(kept.id()) ? next : null;
        });
        assertThat(enquiryOf(firstNew(before)).reference()).isEqualTo(stood.reference());

        Visitor.Answered taken = hub.door().form("school-form", "resent-1", mended);
        assertThat(taken.status()).isEqualTo(202);
        TheHub.await(
                "the mended contact on the line of the first",
                () -> lines(stood).anyMatch(l -> l.path("name").asString("").contains(child)) ? true : null);
        EnquiryRow now = enquiryOf(kept);
        assertThat(now.receivedAt()).isEqualTo(stood.receivedAt());
        assertThat(now.dueAt()).isEqualTo(stood.dueAt());
        assertThat(firstNew(before)).as("what waits").isNull();

        Visitor.Answered again = hub.door().form("school-form", "resent-1", mended);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(taken.text());
        assertThat(hub.door()
                        .form("school-form", "resent-1", form(child + "other").getBytes(StandardCharsets.UTF_8))
                        .status())
                .as("another story, once one was taken")
                .isEqualTo(409);
        assertThat(queue())
                .filteredOn(q -> q.path("line").path("name").asString("").contains(child))
                .hasSize(1);
    }

    private static QuarantineStore.Kept firstNew(List<UUID> before) {
        return hub.part(QuarantineStore.class).list("WAITING").stream()
                .filter(k -> !before.contains(k.id()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void anAnswerOnWhichTheHubFailsMakesItsSourceUnavailableUntilItIsMended() throws Exception {
        EnquiryRow enquiry = asked("Failinganswer");
        QuestionId token = question(enquiry.id());
        byte[] sealed = sealed(ModelJson.write(answer(token, Answer.Kind.NO_RECORD)));
        List<UUID> before = waiting();

        inTransaction(() -> hub.part(AnswerDoor.class)
                .setAside(SCHOOLS, sealed, WHERE)
                .ifPresent(hub.part(ReferralJourney.class)::setAside));

        assertThat(schools(enquiry)).isEqualTo("UNAVAILABLE");
        QuarantineStore.Kept kept = onlyNew(before);
        assertThat(kept.row().fault()).isEqualTo("HUB_FAULT");
        Reader reader = reader("education-desk");
        QuarantinedMessage opened =
                desk().open(reader, kept.id(), "to send it again").orElseThrow();
        assertThat(opened.mendable()).isTrue();
        assertThat(opened.text()).contains(token.toString());
        assertThat(desk().replay(reader, kept.id(), "{}").fault()).isPresent();
        assertThat(schools(enquiry)).isEqualTo("UNAVAILABLE");

        assertThat(desk().replay(reader, kept.id(), opened.text()).fault()).isEmpty();

        assertThat(schools(enquiry)).isEqualTo("ANSWERED");
        assertThat(waiting()).doesNotContain(kept.id());
    }

    /** Whom it is to stands outside the seal: people must ring, and not wait for an answer that nobody can open. */
    @Test
    void anAnswerWhoseSealIsBrokenMakesTheSourceUnavailableThatWasAskedThatQuestion() throws Exception {
        EnquiryRow enquiry = asked("Brokenseal");
        QuestionId token = question(enquiry.id());
        byte[] broken = sealed(ModelJson.write(answer(token, Answer.Kind.NO_RECORD)));
        broken[broken.length - 1] ^= 1;

        inTransaction(() -> hub.part(AnswerDoor.class)
                .open(new Principal("housing-by-hand"), broken, Optional.of(token))
                .ifPresent(hub.part(ReferralJourney.class)::answered));
        assertThat(schools(enquiry)).as("said by somebody who was not asked").isEqualTo("ASKED");

        inTransaction(() -> hub.part(AnswerDoor.class)
                .open(SCHOOLS, broken, Optional.of(token))
                .ifPresent(hub.part(ReferralJourney.class)::answered));
        assertThat(schools(enquiry)).isEqualTo("UNAVAILABLE");
    }

    @Test
    void anAnswerThatIsNoneButNamesItsQuestionMakesItsSourceUnavailable() throws Exception {
        EnquiryRow enquiry = asked("Garbledanswer");
        QuestionId token = question(enquiry.id());
        byte[] sealed = sealed(("{\"token\":\"" + token + "\",\"kind\":\"PERHAPS\"}").getBytes(StandardCharsets.UTF_8));

        inTransaction(() ->
                hub.part(AnswerDoor.class).open(SCHOOLS, sealed).ifPresent(hub.part(ReferralJourney.class)::answered));

        assertThat(schools(enquiry)).isEqualTo("UNAVAILABLE");
    }

    @Test
    void anotherSendersReplayNameOpensAnEnquiryOfItsOwn() throws Exception {
        List<UUID> before = waiting();
        byte[] sealed = hub.part(IntakeSeal.class).seal(contact("set-aside-2", Forms.withoutChildren()));
        inTransaction(() -> hub.part(ReferralJourney.class).received(Senders.DOOR, sealed));
        QuarantineStore.Kept kept = onlyNew(before);
        EnquiryRow stood = enquiryOf(kept);

        IntakeMessage foreign = new IntakeMessage(
                new MessageId("replay-" + kept.id()),
                new SourceId("public-form"),
                "council-marf-v1+json",
                TestTime.STILL.instant(),
                "public-form",
                Base64.getEncoder().encodeToString(form("Foreignchild").getBytes(StandardCharsets.UTF_8)));
        byte[] sealedForeign = hub.part(IntakeSeal.class).seal(foreign);
        inTransaction(() -> hub.part(ReferralJourney.class).received(Senders.DOOR, sealedForeign));

        assertThat(line(stood).path("name").asString()).contains("unreadable");
    }

    private static String form(String child) {
        return Forms.aSchoolConcern().replace("Maya", child);
    }

    private static IntakeMessage contact(String id, String body) {
        return new IntakeMessage(
                new MessageId(id),
                new SourceId("school-form"),
                "council-marf-v1+json",
                TestTime.STILL.instant(),
                "school-form",
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer answer(QuestionId token, Answer.Kind kind) {
        return new Answer(token, BY_HAND, kind, "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static byte[] sealed(byte[] answer) {
        return Seal.seal(hub.part(SealKeyPair.class).publicKey(), Addresses.ANSWERS, answer);
    }

    /** An enquiry at section 47, so that the school desk is asked. */
    private static EnquiryRow asked(String child) throws Exception {
        hub.referral(form(child));
        String view = TheHub.await("the referral", () -> viewOf(child));
        hub.visitor("decision").act(view, Map.of("act", "SetPurpose", "purpose", "S47", "grounds", "He hit her."));
        String raised = TheHub.await("the raised view", () -> viewOf(child));
        hub.visitor("decision").act(raised, Map.of("act", "Rate", "rating", "RED", "reason", "He hit her."));
        return TheHub.await(
                "the question to the schools",
                () -> hub.part(JdbcClient.class)
                        .sql(
                                "select h.enquiry_id from view_head h join question q using (enquiry_id) where h.view_id = :view"
                                        + " and q.source = 'schools-by-hand'")
                        .param("view", UUID.fromString(viewOf(child)))
                        .query(UUID.class)
                        .optional()
                        .map(id -> row(new EnquiryId(id)))
                        .orElse(null));
    }

    private static String viewOf(String child) {
        return queue().stream()
                .filter(q -> q.path("line").path("name").asString("").startsWith(child))
                .map(q -> q.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private static QuestionId question(EnquiryId enquiry) {
        return new QuestionId(hub.part(JdbcClient.class)
                .sql("select token from question where enquiry_id = :id and source = 'schools-by-hand'")
                .param("id", enquiry.value())
                .query(UUID.class)
                .single());
    }

    /** How the schools stand on the decision makers' line. */
    private static String schools(EnquiryRow enquiry) {
        for (JsonNode agency : line(enquiry).path("agencies")) {
            if (agency.path("agency").asString("").equals("exampleshire-schools")) {
                return agency.path("state").asString("").equals("NO_RECORD")
                        ? "ANSWERED"
                        : agency.path("state").asString("");
            }
        }
        return "";
    }

    private static JsonNode line(EnquiryRow enquiry) {
        return lines(enquiry).findFirst().orElseThrow();
    }

    /** None while a view is about to be decided again. */
    private static Stream<JsonNode> lines(EnquiryRow enquiry) {
        return queue().stream()
                .map(q -> q.path("line"))
                .filter(l -> l.path("reference").asString("").equals(enquiry.reference()));
    }

    private static List<JsonNode> queue() {
        try {
            List<JsonNode> all = new java.util.ArrayList<>();
            hub.visitor("decision").queue().forEach(all::add);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UUID> waiting() {
        return hub.part(QuarantineStore.class).list("WAITING").stream()
                .map(QuarantineStore.Kept::id)
                .toList();
    }

    private static QuarantineStore.Kept onlyNew(List<UUID> before) {
        List<QuarantineStore.Kept> fresh = hub.part(QuarantineStore.class).list("WAITING").stream()
                .filter(k -> !before.contains(k.id()))
                .toList();
        assertThat(fresh).hasSize(1);
        return fresh.get(0);
    }

    private static EnquiryRow enquiryOf(QuarantineStore.Kept kept) {
        return row(hub.part(QuarantineStore.class)
                .enquiryOf(kept.id(), kept.row().principal())
                .orElseThrow());
    }

    private static EnquiryRow row(EnquiryId id) {
        return hub.part(EnquiryStore.class).find(id).orElseThrow();
    }

    private static QuarantineDesk desk() {
        return hub.part(QuarantineDesk.class);
    }

    private static Reader reader(String team) {
        Area area = hub.part(Partnership.class).area(new AreaCode("E10999999")).orElseThrow();
        Team of = area.team(new TeamId(team)).orElseThrow();
        Instant now = TestTime.STILL.instant();
        return new Reader(
                new SignedIn(
                        UserId.random(hub.part(RandomSource.class)),
                        area.code(),
                        of.id(),
                        now,
                        Optional.empty(),
                        Optional.empty()),
                area,
                of);
    }

    private static void inTransaction(Runnable work) {
        hub.part(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }
}
