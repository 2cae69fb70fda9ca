package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.TeamId;

/** All reading here goes over one physical connection, whichever team reads. */
class RowSecurityTest {
    private static final TeamId POLICE = new TeamId("police-desk");
    private static final TeamId HEALTH = new TeamId("health-desk");

    /** Keys that outlived their row may be destroyed by term, wherever another test left one. */
    private static final String OF_ROWS_THAT_STAND = "table_name not in ('quarantine', 'log_export', 'subject_account')"
            + " or row_id in (select quarantine_id from quarantine union all select export_id from log_export"
            + " union all select account_id from subject_account)";

    private final TestDatabase database = TestDatabase.shared();
    private final Views views = new Views(database);
    private final ViewReader reader =
            new ViewReader(database.web, database.webManager, database.vault, database.random);
    private ViewHead police;
    private ViewHead health;

    @BeforeEach
    void write() {
        police = views.write(views.aHead(POLICE, 1), "police line", "police view");
        health = views.write(views.aHead(HEALTH, 1), "health line", "health view");
    }

    @Test
    void showsEachTeamItsOwnInTurn() {
        for (int i = 0; i < 3; i++) {
            assertThat(sees(police.teamRole(), police)).isEqualTo("police view");
            assertThat(sees(police.teamRole(), health)).isEqualTo("nothing");
            assertThat(sees(health.teamRole(), health)).isEqualTo("health view");
            assertThat(sees(health.teamRole(), police)).isEqualTo("nothing");
        }
    }

    @Test
    void listsOnlyTheTeamsOwn() {
        List<Reading.HeadBody> heads = reader.as(police.teamRole(), r -> views.page(r, 1000));

        assertThat(heads).extracting(h -> h.head().id()).contains(police.id()).doesNotContain(health.id());
        assertThat(heads).allMatch(h -> h.head().teamRole().equals(police.teamRole()));
        assertThat(heads).extracting(h -> text(h.json())).containsOnly("police line");
    }

    @Test
    void forgetsTheTeamAfterARollback() {
        assertThatThrownBy(() -> reader.as(police.teamRole(), reading -> {
                    views.page(reading, 1000);
                    throw new IllegalStateException("the log is away");
                }))
                .hasMessage("the log is away");

        seesNothingWithoutATeam();
        assertThat(sees(health.teamRole(), police)).isEqualTo("nothing");
    }

    @Test
    void forgetsTheTeamAfterACancel() throws SQLException {
        try (Connection connection = database.webPool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local role \"" + police.teamRole() + "\"");
                statement.setQueryTimeout(1);
                assertThatThrownBy(() -> statement.executeQuery("select pg_sleep(20)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("canceling");
            }
            connection.rollback();
        }

        seesNothingWithoutATeam();
        assertThat(sees(health.teamRole(), police)).isEqualTo("nothing");
        assertThat(sees(health.teamRole(), health)).isEqualTo("health view");
    }

    @Test
    void showsNothingWhereTheRoleWasForgotten() {
        reader.as(police.teamRole(), r -> views.page(r, 1000));

        seesNothingWithoutATeam();
    }

    @Test
    void showsNoRowToARoleThatIsNoTeam() throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role hub_reader");
            for (String table : List.of("view_head", "view_body", "key_wrap")) {
                assertThat(statement.executeQuery("select 1 from " + table).next())
                        .as(table)
                        .isFalse();
            }
            statement.execute("set role hub_owner");
            for (String rows : List.of("view_head", "view_body", "key_wrap where " + OF_ROWS_THAT_STAND)) {
                assertThat(statement.executeQuery("select 1 from " + rows).next())
                        .as(rows)
                        .isFalse();
            }
        }
    }

    @Test
    void refusesARoleThatIsNotATeams() {
        for (String role : List.of("hub_app", "hub_owner", "bootstrap", "none", "team_x\"; reset role; --")) {
            assertThatThrownBy(() -> reader.as(role, Reading::publishedPolicy))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(role);
        }
    }

    @Test
    void keepsBodiesFromTheJourney() {
        assertThatThrownBy(() ->
                        database.app.sql("select body from view_body").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        database.app.sql("select * from view_body").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.app
                        .sql("update view_body set is_current = true returning body")
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsTheKeysOfBodiesFromTheJourney() {
        assertThat(database.app
                        .sql("select count(*) from key_wrap where table_name = 'view_body'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsAWithdrawnViewFromItsTeam() {
        views.withdraw(police);

        assertThat(sees(police.teamRole(), police)).isEqualTo("nothing");
        List<Reading.HeadBody> left = reader.as(police.teamRole(), r -> views.page(r, 1000));
        assertThat(left).extracting(h -> h.head().id()).doesNotContain(police.id());
    }

    @Test
    void showsTheNewestVersionAlone() {
        ViewHead second = views.write(views.next(police), "police line", "police view, second");

        assertThat(sees(police.teamRole(), police)).isEqualTo("police view, second");
        assertThat(rowsAs(police.teamRole(), "select count(*) from view_body where view_id = '" + second.id() + "'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> views.write(second, "police line", "police view, again"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsNoDecisionCommitWhileAReaderReads() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> reader.as(police.teamRole(), r -> {
            String seen = text(r.body(police.id()).orElseThrow().sealed());
            reading.countDown();
            await(done);
            return seen;
        }));
        await(reading);

        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> views.withdraw(police));

        assertThatThrownBy(() -> withdrawal.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        done.countDown();
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("police view");
        withdrawal.get(10, TimeUnit.SECONDS);
        assertThat(sees(police.teamRole(), police)).isEqualTo("nothing");
    }

    @Test
    void letsNoDecisionCommitWhileAListIsRead() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> reader.as(police.teamRole(), r -> {
            int seen = views.page(r, 1000).size();
            reading.countDown();
            await(done);
            return seen;
        }));
        await(reading);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> views.withdraw(health));
        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> views.withdraw(police));

        other.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> withdrawal.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        done.countDown();
        assertThat(read.get(10, TimeUnit.SECONDS)).isPositive();
        withdrawal.get(10, TimeUnit.SECONDS);
    }

    @Test
    void letsDecisionsAboutWhatIsNotOnThePageCommit() throws Exception {
        TeamId team = new TeamId("long-list-desk");
        ViewHead first = views.write(views.aHead(team, 1), "line", "view");
        views.write(views.aHead(team, 1), "line", "view");
        List<ViewHead> both = reader.as(first.teamRole(), r -> views.page(r, 2)).stream()
                .map(Reading.HeadBody::head)
                .toList();
        ViewHead beyond = both.get(1);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> reader.as(first.teamRole(), r -> {
            int seen = views.page(r, 1).size();
            reading.countDown();
            await(done);
            return seen;
        }));
        await(reading);

        CompletableFuture.runAsync(() -> views.withdraw(beyond)).get(10, TimeUnit.SECONDS);

        done.countDown();
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void refusesAReaderWhoChangesAnything() {
        for (String change : List.of(
                "update view_head set digest = 'x'",
                "update view_body set is_current = true",
                "delete from view_body",
                "insert into view_body select * from view_body",
                "delete from key_wrap",
                "insert into key_wrap values (gen_random_uuid(), 'view_body', 1, 'h', 1, '', null)",
                "select * from enquiry",
                "select entry from log_entry",
                "select * from log_salt")) {
            assertThatThrownBy(() -> rowsAs(police.teamRole(), change))
                    .as(change)
                    .hasMessageMatching("(?s).*(permission denied|row-level security).*");
        }
    }

    private void seesNothingWithoutATeam() {
        for (String table : List.of("view_head", "view_body", "key_wrap", "enquiry", "team_role", "log_entry")) {
            assertThatThrownBy(() -> database.web
                            .sql("select 1 from hub." + table)
                            .query()
                            .listOfRows())
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private long rowsAs(String role, String sql) {
        try (Connection connection = database.webPool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local role \"" + role + "\"");
                return statement.execute(sql) && statement.getResultSet().next()
                        ? statement.getResultSet().getLong(1)
                        : 0;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private String sees(String role, ViewHead head) {
        return reader.as(role, r -> r.body(head.id()).map(b -> text(b.sealed())).orElse("nothing"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
