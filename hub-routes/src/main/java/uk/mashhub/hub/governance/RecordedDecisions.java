package uk.mashhub.hub.governance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.Evidence;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.fact.FactVector;

/**
 * Past decisions as JSON lines, in the form that {@code ./mash policy rehearse --recorded} reads: the facts of one decision,
 * when, what came out, and the random id of its disclosure; nothing that names a person, an item or an enquiry. An
 * information governance lead gets the decisions on the lead's own agency's items, and of those none that a statute or
 * witness protection keeps to a named unit (ruling 13).
 * They come in the order of the random ids of their disclosures, which says nothing.
 */
public final class RecordedDecisions {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int PAGE = 100;

    private final TraceStore traces;
    private final ConflictStore conflicts;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public RecordedDecisions(
            TraceStore traces, ConflictStore conflicts, Audit audit, TransactionTemplate transactions) {
        this.traces = traces;
        this.conflicts = conflicts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the export is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /**
     * Writes the lines, UTF-8. They are gathered in a file of this user's alone, a page at a time; the log commits to the
     * SHA-256 of the file before its first byte is handed over, and the file is gone afterwards.
     *
     * @throws IOException if the file or the reader's connection fails
     */
    void export(Reader reader, OutputStream out) throws IOException {
        Path file = Files.createTempFile("mash-recorded-", ".jsonl");
        try {
            String digest = gather(reader, file);
            transactions.executeWithoutResult(status -> audit.noted(
                    Act.EXPORT,
                    reader.who().user().toString(),
                    "RECORDED_DECISIONS",
                    List.of(Audit.claim("content", digest))));
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    /** The SHA-256 of what it wrote, in hexadecimal. */
    private String gather(Reader reader, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream lines = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            Optional<DisclosureId> after = Optional.empty();
            List<Line> page;
            do {
                page = page(reader, after);
                for (Line kept : page) {
                    if (!kept.keptFrom()) {
                        lines.write(lines(kept.trace(), reader.agency().id()).getBytes(StandardCharsets.UTF_8));
                    }
                    after = Optional.of(kept.trace().disclosure());
                }
            } while (!page.isEmpty());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** In a transaction of its own: nobody waits for the whole export. */
    private List<Line> page(Reader reader, Optional<DisclosureId> after) {
        List<Line> page = transactions.execute(status -> {
            Set<EnquiryId> kept = Set.copyOf(conflicts.keptFrom(reader.who().user()));
            return traces.page(reader.area().code(), after, PAGE).stream()
                    .map(trace -> new Line(trace, kept.contains(trace.enquiry())))
                    .toList();
        });
        return page == null ? List.of() : page;
    }

    /** One trace, and whether the reader is kept from its enquiry (ruling 6). */
    private record Line(TraceStore.Kept trace, boolean keptFrom) {}

    private static String lines(TraceStore.Kept kept, AgencyId owner) {
        return Arrays.stream(ModelJson.read(kept.trace(), ItemDecision[].class))
                .filter(d -> owner.value().equals(d.facts().get(FactVector.OWNER)))
                .filter(d -> Evidence.forTheLead(d.facts()))
                .map(d -> line(kept, d) + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String line(TraceStore.Kept kept, ItemDecision decision) {
        ObjectNode line = JSON.createObjectNode();
        line.put("disclosure", kept.disclosure().toString()).put("at", kept.at().toString());
        ObjectNode facts = line.putObject("facts");
        decision.facts().forEach(facts::put);
        line.set("verdict", JSON.readTree(ModelJson.write(decision.verdict())));
        return JSON.writeValueAsString(line);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
