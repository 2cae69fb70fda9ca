package uk.mashhub.hub.api;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.triage.DoubtfulLinks;

/** A doubtful link as JSON: what the page shows of it. */
final class LinkLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private LinkLine() {}

    static ObjectNode of(DoubtfulLinks.DoubtfulLink link) {
        ObjectNode line = JSON.createObjectNode()
                .put("link", link.link().toString())
                .put("person", link.person())
                .put("said", link.said().name());
        link.first().ifPresent(first -> line.put("first", first.name()));
        words(line.putArray("why"), link.why());
        words(line.putArray("shownTo"), link.shownTo());
        link.compared().ifPresent(c -> compared(line.putObject("compared"), c));
        return line;
    }

    private static void compared(ObjectNode line, TwoRecords.Compared compared) {
        line.put("modelVersion", compared.modelVersion());
        ArrayNode rows = line.putArray("rows");
        for (TwoRecords.Row row : compared.rows()) {
            ObjectNode one = rows.addObject().put("label", row.label()).put("differs", row.differs());
            words(one.putArray("here"), row.here());
            words(one.putArray("there"), row.there());
        }
        words(line.putArray("steps"), compared.steps());
        line.put("picture", compared.picture());
    }

    private static void words(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }
}
