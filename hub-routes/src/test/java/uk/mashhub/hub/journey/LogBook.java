package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.simulators.signin.DemoUser;

/** The disclosure log beside the journey: no version of a view and no opening without its entry. */
final class LogBook {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Scene scene;
    private final int before;

    LogBook(Scene scene) {
        this.scene = scene;
        this.before = entries().size();
    }

    private List<StoredEntry> entries() {
        try (Stream<StoredEntry> all = scene.hub.part(PgEntryStore.class).inOrder()) {
            return all.toList();
        }
    }

    private List<StoredEntry> own() {
        List<StoredEntry> all = entries();
        return all.subList(before, all.size());
    }

    /** {@code log: {act: RELEASE, atLeast: 1}}, since the journey began. */
    void has(Step step) {
        Act act = Act.valueOf(step.word("act"));
        assertThat(own().stream().filter(e -> e.act() == act).count())
                .as("entries of " + act)
                .isGreaterThanOrEqualTo(step.number("atLeast", 1));
    }

    /** Every version of every view is disclosed and decided in the log; every opening is there; no name is. */
    void holdsEverything() {
        Set<String> traced = versions("select disclosure_id || ' ' || version from decision_trace");
        Set<String> views = versions("select view_id || ' ' || version from decision_trace");
        Set<String> bodies = versions("select distinct view_id || ' ' || version from view_body");
        List<StoredEntry> entries = entries();
        assertThat(bodies).as("versions of views").isNotEmpty().isSubsetOf(views);
        assertThat(named(entries, Act.DISCLOSURE)).containsAll(traced);
        assertThat(named(entries, Act.DECISION)).containsAll(traced);
        scene.openings.forEach(this::opened);
        own().forEach(this::namesNobody);
    }

    private Set<String> versions(String sql) {
        return new HashSet<>(
                scene.hub.part(JdbcClient.class).sql(sql).query(String.class).list());
    }

    private static Set<String> named(List<StoredEntry> entries, Act act) {
        return entries.stream()
                .filter(e -> e.act() == act)
                .map(e -> e.disclosureId().orElseThrow() + " "
                        + JSON.readTree(e.entry()).path("version").asLong())
                .collect(Collectors.toSet());
    }

    private void opened(String user, int times) {
        String subject = DemoUser.ALL.stream()
                .filter(u -> u.login().equals(user))
                .findFirst()
                .orElseThrow()
                .subject();
        assertThat(own().stream()
                        .filter(e -> e.act() == Act.OPENING)
                        .filter(e -> JSON.readTree(e.entry())
                                .path("agent")
                                .asString("")
                                .equals(subject))
                        .count())
                .as("openings by " + user)
                .isGreaterThanOrEqualTo(times);
    }

    private void namesNobody(StoredEntry entry) {
        String text = new String(entry.entry(), StandardCharsets.UTF_8);
        assertThat(scene.references.values()).noneMatch(text::contains);
        for (Map.Entry<String, JsonNode> member : JSON.readTree(text).properties()) {
            assertThat(member.getValue().toString()).doesNotContain(" Test", "-Test");
        }
    }
}
