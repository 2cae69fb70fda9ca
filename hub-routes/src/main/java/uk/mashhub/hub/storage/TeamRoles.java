package uk.mashhub.hub.storage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;

/** Which database role stands for which team of an area. The names are random and say nothing. */
public final class TeamRoles {
    private static final Pattern NAME = Pattern.compile("team_[0-9a-f]{32}");

    private final JdbcClient jdbc;
    /** Start-up alone makes them, and none is ever changed. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public TeamRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The role of a team; empty if start-up made none, which is how a team that is not configured reads nothing. */
    public Optional<String> of(AreaCode area, TeamId team) {
        Optional<String> role =
                Optional.ofNullable(known.get(area + " " + team)).or(() -> read(area, team));
        role.ifPresent(name -> known.put(area + " " + team, name));
        return role;
    }

    private Optional<String> read(AreaCode area, TeamId team) {
        return jdbc.sql("select role_name from team_role where area = :area and team = :team")
                .param("area", area.value())
                .param("team", team.value())
                .query(String.class)
                .optional();
    }

    /** A role's name stands in SQL as it is, so it has to be one of ours. */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a team role");
        }
        return name;
    }
}
