package uk.mashhub.hub.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.mashhub.hub.audit.NoSearch;

/**
 * What a lead hands in: whom it is about, that the person asks for themself, how they showed who they are, and which request it
 * answers. The log commits to all of it.
 */
record AccountRequest(AccountSubject subject, String identity, String reason) {
    /** The fields of the form. */
    static final List<String> FIELDS = List.of("name", "born", "number", "themself", "identity", "reason");

    private static final int LONGEST = 400;

    AccountRequest {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(reason, "reason");
    }

    /** @throws NoSearch in words for the reader, if a field is missing or not of its form */
    static AccountRequest of(Map<String, String> fields) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new NoSearch("There is a field that a request does not have.");
        }
        if (!"true".equals(fields.get("themself"))) {
            throw new NoSearch("Only a person who asks for themself is answered here.");
        }
        Map<String, String> subject = new HashMap<>(fields);
        subject.keySet().retainAll(AccountSubject.FIELDS);
        return new AccountRequest(
                AccountSubject.of(subject),
                words(fields, "identity", "Say how the person has shown who they are."),
                words(fields, "reason", "Say which request this answers."));
    }

    /** The same fields again. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>(subject.fields());
        fields.put("themself", "true");
        fields.put("identity", identity);
        fields.put("reason", reason);
        return fields;
    }

    /** @throws NoSearch with that refusal, if the field is empty or too long */
    static String words(Map<String, String> fields, String field, String refusal) {
        String words = fields.getOrDefault(field, "").strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new NoSearch(refusal);
        }
        return words;
    }

    @Override
    public String toString() {
        return "AccountRequest[not shown]";
    }
}
