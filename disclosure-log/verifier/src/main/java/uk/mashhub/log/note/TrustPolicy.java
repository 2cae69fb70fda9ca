package uk.mashhub.log.note;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to trust: which logs, which witnesses, and how many of them it takes (C2SP tlog-policy). Given to the reader by another
 * way than the log.
 *
 * @param logs any of them may have signed
 * @param witnesses by the name that the policy gives them
 * @param addresses where witnesses can be asked, as the policy spells it, by the same name; not every one has one
 * @param groups by name; members are witnesses and groups
 * @param quorum name of a witness or group; empty for {@code none}
 */
public record TrustPolicy(
        List<NoteKey> logs,
        Map<String, NoteKey> witnesses,
        Map<String, String> addresses,
        Map<String, Group> groups,
        Optional<String> quorum) {

    /**
     * So many of these.
     *
     * @param threshold 1 to the number of members
     * @param members names of witnesses or groups
     */
    public record Group(int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
            if (threshold < 1 || threshold > members.size()) {
                throw new IllegalArgumentException("a group's threshold is 1 to the number of its members");
            }
        }
    }

    /**
     * What the policy says of a checkpoint.
     *
     * @param kind whether it is to be believed
     * @param why in words; repeats nothing but names of the policy
     */
    public record Verdict(Kind kind, String why) {
        /** Whether a checkpoint is to be believed. */
        public enum Kind {
            GOOD,
            BAD,
            NOT_CHECKED
        }

        public Verdict {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(why, "why");
        }
    }

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = Map.copyOf(witnesses);
        addresses = Map.copyOf(addresses);
        groups = Map.copyOf(groups);
        Objects.requireNonNull(quorum, "quorum");
    }

    /** Trusts one log, and asks for no witness. */
    public static TrustPolicy ofLog(NoteKey log) {
        return new TrustPolicy(List.of(log), Map.of(), Map.of(), Map.of(), Optional.empty());
    }

    /**
     * Reads a policy file.
     *
     * @throws PolicyText.Malformed with the line, if it breaks a rule of tlog-policy
     */
    public static TrustPolicy read(byte[] file) throws PolicyText.Malformed {
        return PolicyText.read(file);
    }

    /** Judges a note: is it a checkpoint of a known log, signed by it, and cosigned by the quorum? */
    public Verdict judge(SignedNote note, NoteAlgorithms algorithms) {
        Optional<Checkpoint> checkpoint = Checkpoint.read(note.text());
        if (checkpoint.isEmpty()) {
            return new Verdict(Verdict.Kind.BAD, "it is not a checkpoint");
        }
        if (isWrong(note, algorithms)) {
            return new Verdict(Verdict.Kind.BAD, "a signature of a known key is wrong");
        }
        List<Standing> byLog = logs.stream()
                .filter(log -> log.name().equals(checkpoint.get().origin()))
                .map(log -> note.standing(log, algorithms))
                .toList();
        if (!byLog.contains(Standing.SIGNED)) {
            return byLog.contains(Standing.NOT_CHECKED)
                    ? new Verdict(Verdict.Kind.NOT_CHECKED, "the log's signature is of a type not known here")
                    : new Verdict(Verdict.Kind.BAD, "it is not signed by a log that the policy knows");
        }
        return quorum.map(name -> judgeQuorum(name, note, algorithms))
                .orElseGet(() -> new Verdict(Verdict.Kind.GOOD, "signed by the log; the policy asks for no witness"));
    }

    private Verdict judgeQuorum(String name, SignedNote note, NoteAlgorithms algorithms) {
        if (witnessed(name, note, algorithms, false)) {
            return new Verdict(Verdict.Kind.GOOD, "signed by the log and witnessed by " + name);
        }
        return witnessed(name, note, algorithms, true)
                ? new Verdict(
                        Verdict.Kind.NOT_CHECKED, "it takes cosignatures of a type not known here to make up " + name)
                : new Verdict(Verdict.Kind.BAD, "it is signed by the log but not witnessed by " + name);
    }

    private boolean isWrong(SignedNote note, NoteAlgorithms algorithms) {
        return logs.stream().anyMatch(key -> note.standing(key, algorithms) == Standing.WRONG)
                || witnesses.values().stream().anyMatch(key -> note.standing(key, algorithms) == Standing.WRONG);
    }

    private boolean witnessed(String name, SignedNote note, NoteAlgorithms algorithms, boolean countUnchecked) {
        Group group = groups.get(name);
        if (group != null) {
            long members = group.members().stream()
                    .filter(member -> witnessed(member, note, algorithms, countUnchecked))
                    .count();
            return members >= group.threshold();
        }
        NoteKey witness = Objects.requireNonNull(witnesses.get(name), "the policy has no such witness");
        Standing standing = note.standing(witness, algorithms);
        return standing == Standing.SIGNED || (countUnchecked && standing == Standing.NOT_CHECKED);
    }
}
