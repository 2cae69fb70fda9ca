package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.police.sheet.DisposalSheet;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.adapter.police.sheet.IncidentSheet;
import uk.mashhub.adapter.police.sheet.IntelligenceSheet;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;

/**
 * What the system holds of the people who were found, for certain or not. One record told of two people is read once.
 * Records about nobody who was, or may have been, asked about are dropped, and so is what may not exist here (ViSOR and the
 * like).
 */
final class Holdings {
    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);
    private static final String INVOLVEMENTS = "involvements";
    private static final String INCIDENTS = "incidents";
    private static final String INTELLIGENCE = "intelligence";

    private final RecordsClient client;
    private final RecordsSystem system;
    private final Cast cast;
    private final Map<String, IncidentSheet> incidents = new LinkedHashMap<>();
    private final Map<String, DisposalSheet> disposals = new LinkedHashMap<>();
    private final Map<String, IntelligenceSheet> logs = new LinkedHashMap<>();
    private final List<SourceItem> signs = new ArrayList<>();

    Holdings(RecordsClient client, RecordsSystem system, Cast cast) {
        this.client = client;
        this.system = system;
        this.cast = cast;
    }

    void fetch(PersonKey person, String personRecord) throws SourceUnavailable, WrongShape {
        for (JsonShape r : list(person, personRecord, INVOLVEMENTS)) {
            if (!Marker.confidential(r.required("kind"))) {
                DisposalSheet sheet = new MatterRecord(r, system, cast).disposal();
                keep(person, sheet.heading(), () -> disposals.putIfAbsent(version(sheet.heading()), sheet));
            }
        }
        for (JsonShape r : list(person, personRecord, INCIDENTS)) {
            if (!Marker.confidential(r.required("kind"))) {
                IncidentSheet sheet = new MatterRecord(r, system, cast).incident();
                keep(person, sheet.heading(), () -> incidents.putIfAbsent(version(sheet.heading()), sheet));
            }
        }
        for (JsonShape r : list(person, personRecord, INTELLIGENCE)) {
            IntelligenceSheet sheet = new MatterRecord(r, system, cast).intelligence();
            keep(person, sheet.heading(), () -> logs.putIfAbsent(version(sheet.heading()), sheet));
        }
    }

    private List<JsonShape> list(PersonKey person, String personRecord, String kind)
            throws SourceUnavailable, WrongShape {
        try {
            JsonShape answer = client.records(personRecord, kind);
            if (!answer.yesOrNo("complete")) {
                throw new SourceUnavailable("the records system sent only part of its records");
            }
            return answer.requiredObjects(kind);
        } catch (Refused e) {
            signs.add(Withheld.refused(person, personRecord, kind));
            return List.of();
        }
    }

    private void keep(PersonKey person, Heading heading, Runnable keeping) {
        if (!cast.concerns(
                heading.subjects().stream().map(SourceSubject::person).toList())) {
            return;
        }
        if (heading.classification().mayBeHeld()) {
            keeping.run();
        } else {
            LOG.error("{} sent a record marked above OFFICIAL-SENSITIVE; it was dropped", system.source());
            signs.add(Withheld.tooHigh(person, heading.recordId()));
        }
    }

    private static String version(Heading heading) {
        return heading.recordId() + " " + heading.version();
    }

    List<IncidentSheet> incidents() {
        return List.copyOf(incidents.values());
    }

    List<DisposalSheet> disposals() {
        return List.copyOf(disposals.values());
    }

    List<IntelligenceSheet> logs() {
        return List.copyOf(logs.values());
    }

    List<SourceItem> signs() {
        return List.copyOf(signs);
    }
}
