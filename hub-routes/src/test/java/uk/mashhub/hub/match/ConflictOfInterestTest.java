package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.governance.ConflictDesk;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A user on an enquiry's conflict list finds no such enquiry, and no other about the same people (ruling 6). */
class ConflictOfInterestTest {
    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final SignedIn sam = hub.somebody("council-screening");
    private final SignedIn colleague = hub.somebody("council-screening");

    private final ConflictDesk desk = new ConflictDesk(hub.conflicts, hub.audit, hub.database.inApp(), hub.clock);
    private final People family = People.family();
    private final PacketPerson child = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final EnquiryId first = hub.refer(List.of(child), List.of());

    private Act.DeclareConflict about(SignedIn who) {
        return new Act.DeclareConflict(who.user(), List.of(child.id()));
    }

    private boolean finds(SignedIn who, EnquiryId enquiry) {
        return hub.queue(who).stream().anyMatch(q -> q.enquiry().equals(enquiry));
    }

    private long count(String sql, Object... with) {
        return org.springframework.jdbc.core.simple.JdbcClient.create(hub.database.superuser())
                .sql(sql)
                .params(with)
                .query(Long.class)
                .single();
    }

    @Test
    void holdsAtOnceForOneselfAndForAColleagueOnlyWhenASecondPersonSaysSo() {
        assertThat(hub.act(sam, first, about(colleague))).isEmpty();
        assertThat(finds(colleague, first)).as("after one person").isTrue();
        assertThat(hub.act(sam, first, about(colleague))).isEmpty();
        assertThat(finds(colleague, first)).as("after the same person again").isTrue();
        assertThat(hub.act(dana, first, about(colleague))).isEmpty();
        assertThat(finds(colleague, first)).as("after a second person").isFalse();

        assertThat(hub.act(sam, first, about(sam))).isEmpty();
        assertThat(finds(sam, first)).as("one's own").isFalse();
        assertThat(finds(dana, first)).isTrue();
    }

    @Test
    void letsAnybodyDeclareTheirOwnAndOnlyTheScreeningTeamThatOfAnother() {
        SignedIn nurse = hub.somebody("health-desk");
        assertThat(hub.act(nurse, first, about(dana))).isPresent();
        assertThat(hub.act(nurse, first, about(nurse))).isEmpty();
    }

    @Test
    void tellsTheSupervisorWithoutSayingAboutWhom() {
        hub.act(sam, first, about(sam));
        assertThat(count("select count(*) from outbox where address = 'team.e10999999.council-decision.notices'"
                        + " and order_key = '" + sam.user() + "'"
                        + " and convert_from(body, 'UTF8') not like '%" + sam.user() + "%'"
                        + " and convert_from(body, 'UTF8') not like '%" + first + "%'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from log_entry where act = 'CONFLICT' and convert_from(entry, 'UTF8') like '%"
                        + sam.user() + "%' and convert_from(entry, 'UTF8') like '%council-decision%'"
                        + " and convert_from(entry, 'UTF8') like '%TOLD%'"))
                .isEqualTo(1);
    }

    /** The supervisors' list, as somebody of their team reads it. */
    private List<ConflictDesk.Listed> list(SignedIn who) {
        return desk.lines(reader(who)).stream()
                .filter(l -> Set.of(sam.user(), dana.user(), colleague.user())
                        .contains(l.line().user()))
                .toList();
    }

    private Reader reader(SignedIn who) {
        return new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());
    }

    @Test
    void standsOnTheListOfEverySupervisorButThePersonsOwn() {
        hub.act(sam, first, about(sam));
        hub.act(sam, first, about(sam));
        assertThat(list(dana)).singleElement().satisfies(l -> {
            assertThat(l.line().user()).isEqualTo(sam.user());
            assertThat(l.line().byThemselves()).isTrue();
        });
        SignedIn hasan = hub.somebody("council-decision");
        hub.act(sam, first, about(dana));
        hub.act(hasan, first, about(dana));
        assertThat(finds(dana, first)).isFalse();
        assertThat(list(dana)).extracting(l -> l.line().user()).containsExactly(sam.user());
        assertThat(list(hasan)).extracting(l -> l.line().user()).containsExactlyInAnyOrder(sam.user(), dana.user());
        assertThat(desk.lift(reader(dana), idOf(hasan, dana), "I do not know them."))
                .as("one's own line is not there")
                .isEmpty();
    }

    private UUID idOf(SignedIn reader, SignedIn about) {
        return list(reader).stream()
                .map(ConflictDesk.Listed::line)
                .filter(l -> l.user().equals(about.user()))
                .map(ConflictStore.Line::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void endsWhenTwoSupervisorsSaySoAndOpeningsAskAnew() {
        hub.act(sam, first, about(sam));
        SignedIn hasan = hub.somebody("council-decision");
        UUID line = idOf(dana, sam);
        assertThat(desk.lift(reader(dana), line, "They have moved away.")).contains(false);
        assertThat(desk.lift(reader(dana), line, "Once more.")).contains(false);
        assertThat(finds(sam, first)).as("after one person, twice").isFalse();
        assertThat(list(hasan)).singleElement().satisfies(l -> {
            assertThat(l.saidToLift()).isTrue();
            assertThat(l.saidByReader()).isFalse();
        });
        assertThat(list(dana))
                .singleElement()
                .satisfies(l -> assertThat(l.saidByReader()).isTrue());

        assertThat(desk.lift(reader(hasan), line, "So I hear too.")).contains(true);

        assertThat(finds(sam, first)).isTrue();
        assertThat(list(hasan)).isEmpty();
        assertThat(count("select count(*) from log_entry where act = 'CONFLICT' and convert_from(entry, 'UTF8') like '%"
                        + hasan.user() + "%' and convert_from(entry, 'UTF8') like '%LIFTED%'"))
                .isEqualTo(1);
        assertThat(desk.lift(reader(hasan), line, "Again.")).as("it is gone").isEmpty();
        hub.act(sam, first, about(sam));
        assertThat(finds(sam, first)).as("declared anew").isFalse();
    }

    @Test
    void followsTheChildThroughLinkAndUnlinkAndReachesNobodyElse() {
        PacketPerson again = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
        PacketPerson friend = People.family().person("Otto", 2015, SubjectRole.SIBLING);
        EnquiryId second = hub.refer(List.of(again, friend), List.of());
        EnquiryId friends = hub.refer(
                List.of(new PacketPerson(
                        uk.mashhub.model.id.PersonId.random(hub.database.random),
                        java.util.Set.of(SubjectRole.INDEX_CHILD),
                        friend.details(),
                        List.of())),
                List.of());
        hub.act(sam, first, about(sam));
        assertThat(finds(sam, second)).as("the child may be the same").isFalse();
        assertThat(finds(sam, friends)).as("of somebody else in that enquiry").isTrue();

        EnquiryFact.Waiting link = hub.in(() -> hub.ledger
                .lock(second)
                .doubtfulLinks()
                .filter(w -> w.person().equals(again.id()) && w.candidate().equals(child.id()))
                .findFirst()
                .orElseThrow());
        assertThat(hub.act(dana, second, new Act.SettleLink(link.link(), false, "Cousins.")))
                .isEmpty();
        assertThat(finds(sam, second)).as("two children").isTrue();
        assertThat(finds(sam, first)).isFalse();
        assertThat(hub.act(dana, second, new Act.SettleLink(link.link(), true, "The same after all.")))
                .isEmpty();
        assertThat(finds(sam, second)).as("one child").isFalse();
    }

    @Test
    void waitsForAnOpeningThatIsUnderWay() throws Exception {
        ViewReader reader =
                new ViewReader(hub.database.web, hub.database.webManager, hub.database.vault, hub.database.random);
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> opening =
                CompletableFuture.supplyAsync(() -> reader.as(hub.database.team(sam.team()), reading -> {
                    reading.page(
                            ViewList.QUEUE,
                            Turn.START,
                            sam.user(),
                            hub.policy.hash(),
                            reading.stops(hub.area.code()),
                            hub.clock.instant(),
                            1000);
                    boolean kept = reading.keptFrom(sam.user()).contains(first);
                    looking.countDown();
                    await(done);
                    // Still the same at the end of the reading: nothing was declared in between.
                    return kept == reading.keptFrom(sam.user()).contains(first);
                }));
        looking.await();
        CompletableFuture<Object> declared = CompletableFuture.supplyAsync(() -> hub.act(sam, first, about(sam)));
        TheHub.await(
                "the declaration to wait",
                () -> count("select count(*) from pg_stat_activity where wait_event = 'advisory'") > 0
                                || declared.isDone()
                        ? true
                        : null);
        assertThat(declared).isNotDone();
        done.countDown();
        assertThat(opening.get()).isTrue();
        declared.get();
        assertThat(finds(sam, first)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
