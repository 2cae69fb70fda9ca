package uk.mashhub.hub.storage.server;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;

/** Makes, at start and as the owner, one database role for each configured team. The running hub cannot make any. */
public final class TeamRoleSetup {
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final RandomSource random;

    /** @param owner over a connection of hub_owner */
    public TeamRoleSetup(JdbcClient owner, PlatformTransactionManager manager, RandomSource random) {
        this.owner = owner;
        this.transaction = new TransactionTemplate(manager);
        this.random = random;
    }

    /** Makes the team's role if it has none, and mends its memberships, which a restore of the database loses. */
    public void ensure(AreaCode area, TeamId team) {
        transaction.executeWithoutResult(status -> {
            String name = existing(area, team).orElseGet(() -> named(area, team));
            owner.sql("select hub_roles.make_team_role(:name)::text")
                    .param("name", name)
                    .query(String.class)
                    .single();
        });
    }

    /** Says, in place of what was said before, which teams read what of the log is their agency's (ruling 13). */
    public void leads(List<Lead> leads) {
        transaction.executeWithoutResult(status -> {
            owner.sql("delete from log_lookup_reader").update();
            for (Lead lead : leads) {
                owner.sql("insert into log_lookup_reader (role_name, area, agency)"
                                + " select role_name, area, :agency from team_role where area = :area and team = :team")
                        .param("agency", lead.agency().value())
                        .param("area", lead.area().value())
                        .param("team", lead.team().value())
                        .update();
            }
        });
    }

    /** A team of information governance leads and the agency that they answer for. */
    public record Lead(AreaCode area, TeamId team, AgencyId agency) {}

    private Optional<String> existing(AreaCode area, TeamId team) {
        return owner.sql("select role_name from team_role where area = :area and team = :team")
                .param("area", area.value())
                .param("team", team.value())
                .query(String.class)
                .optional();
    }

    private String named(AreaCode area, TeamId team) {
        String name = "team_" + HexFormat.of().formatHex(random.bytes(16));
        owner.sql("insert into team_role (area, team, role_name) values (:area, :team, :name) on conflict do nothing")
                .param("area", area.value())
                .param("team", team.value())
                .param("name", name)
                .update();
        // Another hub of the same database may have been faster; its name is the one that counts.
        return existing(area, team).orElseThrow();
    }
}
