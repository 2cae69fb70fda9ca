package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A user on an enquiry's conflict list finds no such enquiry, and no other about the same people (ruling 6). */
class ConflictOfInterestTest {
    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final SignedIn sam = hub.somebody("council-screening");
    private final SignedIn colleague = hub.somebody("council-screening");

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
                        + " and convert_from(body, 'UTF8') like '%" + sam.user() + "%'"
                        + " and convert_from(body, 'UTF8') not like '%" + first + "%'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from log_entry where act = 'CONFLICT' and convert_from(entry, 'UTF8') like '%"
                        + sam.user() + "%' and convert_from(entry, 'UTF8') like '%council-decision%'"
                        + " and convert_from(entry, 'UTF8') like '%TOLD%'"))
                .isEqualTo(1);
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
                    reading.page(ViewList.QUEUE, Turn.START, sam.user(), hub.policy.hash(), hub.clock.instant(), 1000);
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
