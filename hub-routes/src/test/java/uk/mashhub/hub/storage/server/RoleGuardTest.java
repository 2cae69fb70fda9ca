package uk.mashhub.hub.storage.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoleGuardTest {
    private final TestDatabase database = TestDatabase.shared();

    @Test
    void acceptsTheRolesOfTheScript() {
        assertThatCode(() -> RoleGuard.checkApp(database.appPool)).doesNotThrowAnyException();
        assertThatCode(() -> RoleGuard.checkWeb(database.webPool)).doesNotThrowAnyException();
    }

    @Test
    void refusesASuperuser() {
        assertThatThrownBy(() -> RoleGuard.checkApp(database.superuser()))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("bootstrap is a superuser");
    }

    @Test
    void refusesTheOwnerOfTheTables() {
        assertThatThrownBy(() -> RoleGuard.checkApp(database.owner()))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("owns tables");
    }

    @Test
    void refusesAUserThatBypassesRowSecurity() {
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("create role bypasser login bypassrls password 'ab12'").update();
        root.sql("grant connect on database mash to bypasser").update();
        try {
            assertThatThrownBy(() -> RoleGuard.checkApp(database.source("bypasser", "ab12")))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("has BYPASSRLS");
        } finally {
            root.sql("drop owned by bypasser").update();
            root.sql("drop role bypasser").update();
        }
    }

    @Test
    void refusesAMemberOfTheOwner() {
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("create role climber login password 'ab12'").update();
        root.sql("grant hub_owner to climber").update();
        try {
            assertThatThrownBy(() -> RoleGuard.checkApp(database.source("climber", "ab12")))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("owns tables, or may become their owner");
        } finally {
            root.sql("drop role climber").update();
        }
    }

    @Test
    void refusesReadersWithRightsOfTheirOwn() {
        assertThatThrownBy(() -> RoleGuard.checkWeb(database.appPool))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("has rights of its own on enquiry");
    }

    @Test
    void refusesReadersWhoInheritATeamsRights() {
        String team = database.team(new uk.mashhub.model.id.TeamId("guard-test"));
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("grant " + team + " to hub_web with inherit true").update();
        try {
            assertThatThrownBy(() -> RoleGuard.checkWeb(database.webPool))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("inherits the rights of " + team);
        } finally {
            root.sql("grant " + team + " to hub_web with inherit false").update();
        }
    }

    @Test
    void refusesWhereRowSecurityIsNotForced() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("alter table view_body no force row level security").update();
        try {
            assertThatThrownBy(() -> RoleGuard.checkWeb(database.webPool))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("not forced on view_body");
        } finally {
            owner.sql("alter table view_body force row level security").update();
        }
    }

    @Test
    void refusesABackupsUserThatMayWrite() {
        JdbcClient root = JdbcClient.create(database.superuser());
        javax.sql.DataSource backup =
                database.source(DatabaseRoles.BACKUP, database.keys.databasePassword(DatabaseRoles.BACKUP));
        assertThatCode(() -> RoleGuard.checkBackup(backup)).doesNotThrowAnyException();
        root.sql("grant update on hub.act_seen to hub_backup").update();
        try {
            assertThatThrownBy(() -> RoleGuard.checkBackup(backup))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("may change act_seen");
        } finally {
            root.sql("revoke update on hub.act_seen from hub_backup").update();
        }
    }
}
