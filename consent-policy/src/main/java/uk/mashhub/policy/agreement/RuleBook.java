package uk.mashhub.policy.agreement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.fact.Windows;
import uk.mashhub.policy.json.CanonicalJson;

/** Every rule of a policy, by gate, in an order that does not depend on how the files were written. Immutable. */
public final class RuleBook {
    private static final Comparator<Rule> ORDER = Comparator.comparing(Rule::gate)
            .thenComparing(Rule::id)
            .thenComparing(r -> r.when().toString());
    private final List<Rule> rules;
    private final Map<Gate, List<Rule>> byGate = new EnumMap<>(Gate.class);
    private final List<Basis> bases;
    private final Windows windows;
    private final byte[] canonical;
    private final PolicyHash hash;

    /** Orders rules that somebody has checked; a policy comes from {@link AgreementFolder} alone. */
    public RuleBook(List<Rule> rules, List<Basis> bases, Windows windows) {
        this.rules = rules.stream().sorted(ORDER).toList();
        this.bases = bases.stream()
                .sorted(Comparator.comparing(Basis::part).thenComparing(Basis::id))
                .toList();
        this.windows = windows;
        for (Gate gate : Gate.values()) {
            byGate.put(gate, this.rules.stream().filter(r -> r.gate() == gate).toList());
        }
        this.canonical = CanonicalJson.of(new RuleSpelling().all(this.rules, this.bases, windows))
                .bytes();
        this.hash = sha256(canonical);
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Rule> of(Gate gate) {
        return byGate.getOrDefault(gate, List.of());
    }

    /** The agencies that have an agreement of their own. */
    public SortedSet<AgencyId> agencies() {
        SortedSet<AgencyId> agencies = new TreeSet<>(Comparator.comparing(AgencyId::value));
        rules.forEach(r -> r.agency().ifPresent(agencies::add));
        bases.forEach(b -> b.agency().ifPresent(agencies::add));
        return agencies;
    }

    /** On what owners rest when they share, by part. */
    public List<Basis> bases() {
        return bases;
    }

    /** The days on which rules begin to speak, in order; a rule that is off has none. */
    public List<LocalDate> starts() {
        return rules.stream()
                .flatMap(r -> r.startsOn().stream())
                .filter(day -> !day.equals(LocalDate.MAX))
                .distinct()
                .sorted()
                .toList();
    }

    public Windows windows() {
        return windows;
    }

    /** The policy in its one spelling: key order, white space, comments, lists and files make no difference to it. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** SHA-256 of the canonical form. */
    public PolicyHash hash() {
        return hash;
    }

    private static PolicyHash sha256(byte[] bytes) {
        try {
            return new PolicyHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
