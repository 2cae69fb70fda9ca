package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.PolicyVersion;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.Proof;

/** A decision maker opens one enquiry for an hour; what protects people holds as ever (ruling 22). */
class BreakGlassDeskTest {
    private static final AgencyId SCHOOLS = new AgencyId("exampleshire-schools");
    private static final AgencyId HOMES = new AgencyId("exampleshire-housing");
    private static final String PLAIN = "Afraid to go home.";
    private static final String AT_47 = "Said to have shouted at him.";
    private static final String SILENT = "A clinic's note.";

    private final SmallHub hub = SmallHub.started();
    private final BreakGlassDesk desk = desk(hub.clock);
    private final Reader dana = reader("council-decision");
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final EnquiryId enquiry = hub.refer(
            List.of(child),
            List.of(
                    item(SCHOOLS, DataClass.IDENTITY, FieldKind.NAME, PLAIN),
                    item(HOMES, DataClass.ALLEGATION, FieldKind.STATUS, AT_47),
                    item(HOMES, DataClass.SEXUAL_REPRODUCTIVE_HEALTH, FieldKind.STATUS, SILENT)));
    private final String reference = hub.enquiries.find(enquiry).orElseThrow().reference();

    @AfterEach
    void everythingAsBefore() {
        for (SharingStops.Word word : hub.stops.words(hub.area.code())) {
            if (word.stopped()) {
                hub.stops.say(
                        hub.area.code(),
                        new SharingStops.Word(word.agency(), SharingStops.Kind.LIFTED, word.by(), word.at()));
            }
        }
        for (BreakGlassStore.Reasoned used :
                hub.broken.by(hub.area.code(), List.of(dana.team().id()), 1000)) {
            hub.broken.review(used.use().id(), UserId.random(hub.database.random), hub.clock.instant());
        }
        hub.publish();
    }

    private BreakGlassDesk desk(Clock clock) {
        return new BreakGlassDesk(
                hub.broken,
                hub.ledger,
                hub.conflicts,
                hub.views,
                hub.journey,
                hub.outbox,
                hub.audit,
                hub.database.inApp(),
                clock,
                hub.database.random);
    }

    private Item item(AgencyId owner, DataClass dataClass, FieldKind kind, String text) {
        return new Item(
                ItemId.random(hub.database.random),
                new Provenance(
                        owner,
                        Optional.empty(),
                        new SourceId("school-form"),
                        text,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        hub.clock.instant()),
                EventTime.on(
                        LocalDate.ofInstant(hub.clock.instant(), ZoneOffset.UTC).minusDays(9)),
                List.of(new Subject(child.id(), SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(dataClass),
                List.of(new ItemField(kind, "Said", text)),
                List.of());
    }

    private Reader reader(String team) {
        SignedIn who = hub.somebody(team);
        return new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());
    }

    private String breakGlass(Reader who) {
        return desk.breakGlass(who, reference, "A child may be hurt tonight.").orElse("");
    }

    private String read(Reader who) {
        List<ViewId> open = desk.open(who, hub.clock.instant());
        assertThat(open).hasSize(1);
        return new String(hub.door.open(who.who(), open.get(0)).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private String ordinary() {
        return hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(dana.team().id()))
                .flatMap(h -> hub.door.open(dana.who(), h.id()).stream())
                .map(v -> new String(v.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void noPolicyIsInForce() {
        PolicyStore store = new PolicyStore(hub.database.app);
        PolicyHash claimed = new PolicyHash("e".repeat(64));
        store.keep(new PolicyVersion(claimed, new byte[0], new byte[] {'{', '}'}), hub.clock.instant());
        UUID proposal = hub.in(() -> hub.publications.propose(dana.who().user(), claimed, hub.clock.instant()));
        hub.heads.move(new PolicyHead(claimed, proposal));
    }

    @Test
    void isProvedAgainstTheSameInvariants() throws Exception {
        CheckReport report = PolicyFiles.shipped("break-glass").check(LocalDate.of(2026, 11, 2));

        assertThat(report.problems()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.proofs()).hasSizeGreaterThan(100).allMatch(Proof::holds);
        assertThat(report.hash()).contains(hub.breakGlass.hash());
    }

    @Test
    void opensAnEnquiryForAnHourAndSilencesWhatIsSilent() {
        assertThat(ordinary()).contains(PLAIN).doesNotContain(AT_47);

        assertThat(breakGlass(dana)).isEmpty();

        assertThat(read(dana)).contains(PLAIN, AT_47, "EMERGENCY").doesNotContain(SILENT);
        assertThat(hub.in(() -> {
                    hub.journey.timePassed(enquiry);
                    return desk.open(dana, hub.clock.instant());
                }))
                .as("decided again meanwhile")
                .hasSize(1);

        ViewId view = desk.open(dana, hub.clock.instant()).get(0);
        TestTime.pass(Duration.ofHours(1));
        assertThat(hub.door.open(dana.who(), view)).isEmpty();
        assertThat(hub.enquiries.flipping(hub.clock.instant(), 1000)).contains(enquiry);
    }

    @Test
    void opensWhereNoPolicyIsInForce() {
        noPolicyIsInForce();

        assertThat(breakGlass(dana)).isEmpty();
        assertThat(read(dana)).contains(PLAIN);
    }

    @Test
    void isForWhoBrokeItAlone() {
        breakGlass(dana);
        ViewId view = desk.open(dana, hub.clock.instant()).get(0);
        Reader colleague = reader("council-decision");

        assertThat(hub.door.open(colleague.who(), view)).isEmpty();
        assertThat(hub.door.open(dana.who(), view)).isPresent();
        assertThat(hub.queue(colleague.who())).noneMatch(q -> q.id().equals(view));
    }

    @Test
    void liftsNoKillSwitch() {
        hub.in(() -> {
            hub.stops.say(
                    hub.area.code(),
                    new SharingStops.Word(
                            SCHOOLS, SharingStops.Kind.STOPPED, dana.who().user(), hub.clock.instant()));
            return true;
        });

        assertThat(breakGlass(dana)).isEmpty();
        assertThat(read(dana)).doesNotContain(PLAIN);
    }

    @Test
    void liftsNoConflictAndNeverSaysThatThereIsAnEnquiry() {
        String nothing = desk.breakGlass(dana, "MH-NOT-THERE", "Urgent.").orElseThrow();
        hub.act(dana.who(), enquiry, new Act.DeclareConflict(dana.who().user(), List.of(child.id())));

        assertThat(breakGlass(dana)).isEqualTo(nothing);
        assertThat(desk.open(dana, hub.clock.instant())).isEmpty();
    }

    @Test
    void takesAFreshSignInAndAReason() {
        Reader stale = signedInAt(hub.clock.instant().minus(Duration.ofMinutes(6)));

        assertThat(breakGlass(stale)).contains("Sign in again");
        assertThat(desk.breakGlass(dana, reference, " ").orElse("")).contains("Say why");
    }

    private Reader signedInAt(Instant at) {
        SignedIn who = dana.who();
        return new Reader(
                new SignedIn(who.user(), who.area(), who.team(), at, who.trainedUntil(), who.vettedUntil()),
                hub.area,
                dana.team());
    }

    @Test
    void tellsTheOwnersInTheTransactionThatMakesItReadable() {
        breakGlass(dana);

        assertThat(hub.database
                        .app
                        .sql("select address from outbox where body is not null"
                                + " and convert_from(body, 'UTF8') like '%breakGlass%' and order_key = :use")
                        .param("use", use().toString())
                        .query(String.class)
                        .list())
                .contains("team.e10999999.education-desk.notices", "team.e10999999.ig-council.notices")
                .doesNotContain("team.e10999999.police-desk.notices");
        assertThat(desk.gaveOfOurs(reader("education-desk"))).anyMatch(u -> u.id().equals(use()));
        assertThat(desk.gaveOfOurs(reader("ig-police"))).noneMatch(u -> u.id().equals(use()));
    }

    private UUID use() {
        return hub.broken.live(enquiry, hub.clock.instant()).get(0).id();
    }

    @Test
    void isTakenFromTheRoleUntilItIsReviewed() {
        breakGlass(dana);
        Reader lead = reader("ig-council");
        assertThat(desk.toReview(lead)).anyMatch(u -> u.reason().equals("A child may be hurt tonight."));
        UUID use = use();

        Clock later = Clock.offset(hub.clock, Duration.ofDays(5));
        Reader then = signedInAt(later.instant());
        assertThat(desk(later).breakGlass(then, reference, "Again.").orElse(""))
                .contains("has not been reviewed in time");
        assertThat(desk.review(reader("ig-police"), use, "Fair."))
                .as("another agency's lead")
                .isFalse();
        assertThat(desk.review(lead, use, "")).as("without words").isFalse();
        assertThat(desk.review(lead, use, "It was needed.")).isTrue();
        assertThat(desk.review(lead, use, "Twice.")).isFalse();

        assertThat(desk(later).breakGlass(then, reference, "Again.")).isEmpty();
    }
}
