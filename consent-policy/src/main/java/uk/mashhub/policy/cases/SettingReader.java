package uk.mashhub.policy.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.agreement.Node;

/** Reads {@code setting.yaml}. */
final class SettingReader {
    private final Map<String, Setting.Agency> agencies = new LinkedHashMap<>();
    private final Map<String, Audience> teams = new LinkedHashMap<>();
    private final Map<String, Family> families = new LinkedHashMap<>();

    Setting read(Node root) {
        root.map("kind", "title", "area", "day", "agencies", "teams", "families");
        AreaCode area =
                slug(root.need("area"), () -> new AreaCode(root.need("area").text()));
        root.need("agencies").map().forEach((id, n) -> root.problems().reading(() -> agencies.put(id, agency(id, n))));
        root.need("teams").map().forEach((id, n) -> root.problems().reading(() -> teams.put(id, team(area, id, n))));
        root.need("families").map().forEach((name, people) -> families.put(name, new PeopleReader().read(people)));
        return new Setting(area, Terms.day(root.need("day")), agencies, teams, families);
    }

    private static Setting.Agency agency(String id, Node node) {
        node.map("name", "sector", "contact", "sources");
        return new Setting.Agency(
                slug(node, () -> new AgencyId(id)).value(),
                node.need("name").text(),
                node.need("sector").one(Sector.class, "sector"),
                node.need("contact").text(),
                node.need("sources").list().stream()
                        .map(s -> slug(s, () -> new SourceId(s.text())))
                        .toList());
    }

    private Audience team(AreaCode area, String id, Node node) {
        node.map("agency", "role", "placement", "area");
        Setting.Agency agency = Terms.named(node.need("agency"), "agency", agencies);
        return new Audience(
                node.want("area")
                        .map(a -> slug(a, () -> new AreaCode(a.text())))
                        .orElse(area),
                slug(node, () -> new TeamId(id)),
                node.need("role").one(Role.class, "role"),
                new AgencyId(agency.id()),
                agency.sector(),
                node.need("placement").one(Placement.class, "placement"));
    }

    /** What an id's own constructor refuses is a problem of the file. */
    private static <T> T slug(Node at, java.util.function.Supplier<T> id) {
        try {
            return id.get();
        } catch (IllegalArgumentException e) {
            throw at.problems().fault(at, "an id is wanted: lower-case letters, digits and hyphens");
        }
    }

    /** The sources of an agency that a case may name. */
    static List<String> sources(Setting.Agency agency) {
        return agency.sources().stream().map(SourceId::value).toList();
    }
}
