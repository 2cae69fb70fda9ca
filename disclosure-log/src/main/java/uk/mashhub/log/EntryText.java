package uk.mashhub.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.log.tree.EntryBundle;

/** The bytes of an entry: canonical JSON, members named after IHE BALP's AuditEvent where it has a word. */
final class EntryText {
    private static final String TYPE = "uk.mashhub.log.entry.v1";

    private EntryText() {}

    static byte[] of(String entryId, Instant at, Draft draft, List<Salt> salts) {
        Map<String, Object> members = new HashMap<>();
        members.put("type", TYPE);
        members.put("id", entryId);
        members.put("recorded", Timestamp.text(at));
        members.put("act", draft.act().name());
        members.put("agent", draft.agent());
        members.put("recipient", draft.recipient());
        members.put("purposeOfEvent", draft.purpose());
        members.put("outcome", draft.outcome());
        members.put("policy", draft.policyHash());
        members.put("version", draft.version());
        draft.disclosureId().ifPresent(id -> members.put("disclosure", id));
        draft.previousEntry().ifPresent(id -> members.put("previous", id));
        draft.lost().ifPresent(lost -> members.put("lost", lost.asMember()));
        members.put("entity", commitments(draft.claims(), salts));
        byte[] bytes = CanonicalJson.of(members);
        if (bytes.length > EntryBundle.MAX_ENTRY) {
            throw new IllegalArgumentException("an entry of " + draft.claims().size() + " claims is over 64 KiB");
        }
        return bytes;
    }

    private static List<Object> commitments(List<Claim> claims, List<Salt> salts) {
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            members.add(Commitment.to(claim.canonical(), salts.get(i)).asMember(claim.name()));
        }
        return members;
    }
}
