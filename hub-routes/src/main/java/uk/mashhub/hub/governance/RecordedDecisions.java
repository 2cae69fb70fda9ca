package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.Evidence;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.ItemDecision;

/**
 * Past decisions as JSON lines, in the form that {@code ./mash policy rehearse --recorded} reads: the facts of one decision,
 * when, what came out, and the random id of its disclosure; nothing that names a person, an item or an enquiry. An
 * information governance lead gets the decisions on the lead's own agency's items, and of those none that a statute or
 * witness protection keeps to a named unit (ruling 13).
 * Lines are sorted, so that their order says nothing.
 */
public final class RecordedDecisions {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EnquiryLedger ledger;
    private final TraceStore traces;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public RecordedDecisions(EnquiryLedger ledger, TraceStore traces, Audit audit, TransactionTemplate transactions) {
        this.ledger = ledger;
        this.traces = traces;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the export is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /** The lines, UTF-8; the export is in the log before it is handed over. */
    byte[] export(Reader reader) {
        List<String> lines = new ArrayList<>();
        for (EnquiryId enquiry : ledger.of(reader.area().code())) {
            // One at a time: nobody waits for the whole export.
            List<String> some = transactions.execute(
                    status -> lines(enquiry, reader.agency().id()));
            lines.addAll(some == null ? List.of() : some);
        }
        Collections.sort(lines);
        byte[] all =
                lines.stream().map(l -> l + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
        transactions.executeWithoutResult(status ->
                audit.noted(Act.EXPORT, reader.who(), "RECORDED_DECISIONS", List.of(new Claim("content", all))));
        return all;
    }

    private List<String> lines(EnquiryId id, AgencyId owner) {
        Set<ItemId> own = itemsOf(ledger.lock(id), owner);
        List<String> lines = new ArrayList<>();
        for (TraceStore.Kept kept : traces.ofEnquiry(id)) {
            Arrays.stream(ModelJson.read(kept.trace(), ItemDecision[].class))
                    .filter(d -> own.contains(d.item()))
                    .filter(d -> Evidence.forTheLead(d.facts()))
                    .map(d -> line(kept, d))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Set<ItemId> itemsOf(Enquiry enquiry, AgencyId owner) {
        return Stream.concat(
                        enquiry.facts(EnquiryFact.Received.class).flatMap(r -> r.items().stream()),
                        enquiry.facts(EnquiryFact.Answered.class).flatMap(a -> a.items().stream()))
                .filter(i -> i.provenance().owner().equals(owner))
                .map(Item::id)
                .collect(Collectors.toSet());
    }

    private static String line(TraceStore.Kept kept, ItemDecision decision) {
        ObjectNode line = JSON.createObjectNode();
        line.put("disclosure", kept.disclosure().toString()).put("at", kept.at().toString());
        ObjectNode facts = line.putObject("facts");
        decision.facts().forEach(facts::put);
        line.set("verdict", JSON.readTree(ModelJson.write(decision.verdict())));
        return JSON.writeValueAsString(line);
    }
}
