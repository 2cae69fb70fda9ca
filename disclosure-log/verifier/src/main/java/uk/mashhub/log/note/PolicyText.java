package uk.mashhub.log.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lines of a policy file (C2SP tlog-policy). Names are octets: read as ISO 8859-1, so that none is lost. */
public final class PolicyText {
    private static final String NONE = "none";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Set<Integer> WITNESS_TYPES =
            Set.of(NoteKey.ED25519_COSIGNATURE, NoteKey.ML_DSA_44_COSIGNATURE);

    private final List<NoteKey> logs = new ArrayList<>();
    private final Map<String, NoteKey> witnesses = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, TrustPolicy.Group> groups = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    private PolicyText() {}

    /** A policy that breaks a rule; the message names the line, from 1, and repeats nothing of it. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    static TrustPolicy read(byte[] file) throws Malformed {
        PolicyText policy = new PolicyText();
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                policy.line(lines[i]);
            } catch (Malformed why) {
                throw new Malformed("line " + (i + 1) + ": " + why.getMessage());
            }
        }
        String name = policy.quorum.orElseThrow(() -> new Malformed("the policy has no quorum line"));
        Optional<String> quorum = Optional.of(name).filter(asked -> !asked.equals(NONE));
        return new TrustPolicy(policy.logs, policy.witnesses, policy.addresses, policy.groups, quorum);
    }

    private void line(String line) throws Malformed {
        require(line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f)), "a control character");
        String[] items = line.replaceAll("^[ \t]+", "").split("[ \t]+");
        if (items[0].isEmpty() || items[0].startsWith("#")) {
            return;
        }
        switch (items[0]) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new Malformed("begins with none of log, witness, group, quorum");
        }
    }

    private void log(String[] items) throws Malformed {
        require(items.length == 2 || items.length == 3, "a log has a key and perhaps an address");
        NoteKey key = key(items[1]);
        require(key.type() != NoteKey.ED25519_COSIGNATURE, "the key is not one that a log signs with");
        require(logs.stream().noneMatch(known -> isSame(known, key)), "the log's key is listed already");
        logs.add(key);
    }

    private void witness(String[] items) throws Malformed {
        require(items.length == 3 || items.length == 4, "a witness has a name, a key and perhaps an address");
        NoteKey key = key(items[2]);
        require(WITNESS_TYPES.contains(key.type()), "the key is not one that a witness signs with");
        require(
                witnesses.values().stream().noneMatch(known -> isSame(known, key)),
                "the witness's key is listed already");
        requireNewName(items[1]);
        witnesses.put(items[1], key);
        if (items.length == 4) {
            addresses.put(items[1], items[3]);
        }
    }

    private void group(String[] items) throws Malformed {
        require(items.length >= 4, "a group has a name, a threshold and members");
        requireNewName(items[1]);
        List<String> named = List.of(items).subList(3, items.length);
        for (String member : named) {
            require(isDefined(member), "a member is not defined above");
            require(members.add(member), "a member is in a group already");
        }
        int threshold = threshold(items[2], named.size());
        require(threshold >= 1 && threshold <= named.size(), "the threshold is not 1 to the number of members");
        groups.put(items[1], new TrustPolicy.Group(threshold, named));
    }

    private static int threshold(String word, int count) throws Malformed {
        if (word.equals("all") || word.equals("any")) {
            return word.equals("all") ? count : 1;
        }
        require(NUMBER.matcher(word).matches(), "the threshold is none of all, any or a number");
        return Integer.parseInt(word);
    }

    private void quorum(String[] items) throws Malformed {
        require(items.length == 2, "a quorum has one name");
        require(quorum.isEmpty(), "there is a quorum already");
        require(items[1].equals(NONE) || isDefined(items[1]), "the quorum is not defined above");
        quorum = Optional.of(items[1]);
    }

    private static NoteKey key(String octets) throws Malformed {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        return NoteKey.read(new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new Malformed("not a verifier key"));
    }

    /** Two keys are the same if what signs is the same, whatever they are called (tlog-policy, 'duplicate'). */
    private static boolean isSame(NoteKey one, NoteKey other) {
        return Arrays.equals(one.publicKey(), other.publicKey());
    }

    private boolean isDefined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private void requireNewName(String name) throws Malformed {
        require(!name.equals(NONE) && !isDefined(name), "the name is taken");
    }

    private static void require(boolean holds, String otherwise) throws Malformed {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }
}
