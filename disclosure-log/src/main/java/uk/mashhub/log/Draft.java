package uk.mashhub.log;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be logged. Words of IHE BALP where they fit (agent, purpose, entity, outcome).
 *
 * <p>Everything but the claims goes into the entry in clear, so each part has a narrow form that a name as written, an
 * address, an NHS number or a telephone number does not fit. Staff are random ids, never account names.
 *
 * @param act what happened
 * @param agent who did it: a random id (UUID) or a principal, lower case
 * @param recipient who was shown or told: a random id, principal or team slug; {@link #NOBODY} where nobody was
 * @param purpose a word, such as {@code S47}; {@link #NO_PURPOSE} where none applies
 * @param outcome a word, such as {@code SHOW} or {@code REFUSE}, safe for the recipient to read
 * @param policyHash SHA-256 of the policy decided by, 64 lower-case hex digits; {@link #NO_POLICY} where none was
 * @param disclosureId the random id (UUID) that view, entry and receipt share; required for a DISCLOSURE
 * @param version of the view or thing acted on, from 0
 * @param previousEntry id of the entry of the version before, if there was one
 * @param claims what the entry commits to; for a DECISION a single {@code trace}, so that nothing can be counted
 * @param lost the places that a BREAK names
 */
public record Draft(
        Act act,
        String agent,
        String recipient,
        String purpose,
        String outcome,
        String policyHash,
        Optional<String> disclosureId,
        long version,
        Optional<String> previousEntry,
        List<Claim> claims,
        Optional<Lost> lost) {

    public static final String NOBODY = "nobody";
    public static final String NO_PURPOSE = "NONE";
    public static final String NO_POLICY = "none";

    public Draft {
        Objects.requireNonNull(act, "act");
        Form.who(agent, "agent");
        Form.who(recipient, "recipient");
        Form.word(purpose, "purpose");
        Form.word(outcome, "outcome");
        Form.hash(policyHash, "policyHash");
        disclosureId.ifPresent(id -> Form.uuid(id, "disclosureId"));
        previousEntry.ifPresent(id -> Form.uuid(id, "previousEntry"));
        claims = List.copyOf(claims);
        if (version < 0) {
            throw new IllegalArgumentException("version is negative");
        }
        requireDistinctNames(claims);
        requireNumbersWithoutGap(claims, "line-");
        requireNumbersWithoutGap(claims, "person-");
        requireShapeOfAct(act, disclosureId, claims);
        if (lost.isPresent() != (act == Act.BREAK)) {
            throw new IllegalArgumentException("a BREAK names what is lost, and nothing else does");
        }
    }

    /** Any act but a BREAK. */
    public Draft(
            Act act,
            String agent,
            String recipient,
            String purpose,
            String outcome,
            String policyHash,
            Optional<String> disclosureId,
            long version,
            Optional<String> previousEntry,
            List<Claim> claims) {
        this(
                act,
                agent,
                recipient,
                purpose,
                outcome,
                policyHash,
                disclosureId,
                version,
                previousEntry,
                claims,
                Optional.empty());
    }

    private static void requireDistinctNames(List<Claim> claims) {
        Set<String> names = new HashSet<>();
        for (Claim claim : claims) {
            if (!names.add(claim.name())) {
                throw new IllegalArgumentException("two claims have one name");
            }
        }
    }

    /** Lines run 1, 2, 3 in that order: a gap would tell the recipient that something was left out. */
    private static void requireNumbersWithoutGap(List<Claim> claims, String prefix) {
        int next = 1;
        for (Claim claim : claims) {
            if (claim.name().startsWith(prefix) && !claim.name().equals(prefix + next++)) {
                throw new IllegalArgumentException(prefix + "<n> must run from 1 without a gap");
            }
        }
    }

    /**
     * A BREAK: what was lost, and the log goes on without.
     *
     * @param agent as of any draft
     */
    public static Draft ofLoss(String agent, Lost lost, List<Claim> claims) {
        return new Draft(
                Act.BREAK,
                agent,
                NOBODY,
                NO_PURPOSE,
                "ACCEPTED",
                NO_POLICY,
                Optional.empty(),
                0,
                Optional.empty(),
                claims,
                Optional.of(lost));
    }

    private static void requireShapeOfAct(Act act, Optional<String> disclosureId, List<Claim> claims) {
        if (act == Act.DISCLOSURE && disclosureId.isEmpty()) {
            throw new IllegalArgumentException("a DISCLOSURE carries its disclosure id");
        }
        if (act == Act.DECISION && !(claims.size() == 1 && claims.get(0).name().equals("trace"))) {
            throw new IllegalArgumentException("a DECISION makes one claim, its trace");
        }
    }

    @Override
    public String toString() {
        return "Draft[" + act + ", " + disclosureId.orElse("no disclosure") + ", version " + version + "]";
    }
}
