package uk.mashhub.hub.triage;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller said, as the same referral form that everybody else sends ({@code council-marf-v1+json}): one chain for
 * all doors.
 */
final class ContactForm {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHILD = "child-1";

    private final FormFields fields;

    ContactForm(FormFields fields) {
        this.fields = fields;
    }

    /**
     * The form as UTF-8 JSON.
     *
     * @throws NotAllowed with words for the person, if something that must be there is not
     */
    byte[] marf(Instant at) {
        ObjectNode form = JSON.createObjectNode()
                .put("form", "council-marf")
                .put("version", 1)
                .put("classification", "OFFICIAL-SENSITIVE")
                .put("submittedAt", at.toString())
                .put("telephonedAt", at.toString());
        referrer(form.putObject("referrer"));
        child(form.putArray("children").addObject());
        concern(form.putObject("concern"));
        consent(form.putObject("consent"));
        fields.nothingElse();
        return JSON.writeValueAsBytes(form);
    }

    private void referrer(ObjectNode referrer) {
        referrer.put("professional", fields.flag("professional", "Say whether the caller is a professional."));
        put(referrer, "name", fields.text("callerName"));
        put(referrer, "role", fields.text("callerRole"));
        put(referrer, "agency", fields.text("callerAgency"));
        put(referrer, "telephone", fields.text("callerTelephone"));
        put(referrer, "relationshipToChildren", fields.text("callerRelationship"));
    }

    private void child(ObjectNode child) {
        child.put("key", CHILD);
        ObjectNode name = child.putArray("names").addObject();
        name.putArray("given").add(fields.required("childGiven", "Give the child's first name, or 'not known'."));
        name.put("family", fields.required("childFamily", "Give the child's last name, or 'not known'."));
        fields.day("birth", "Give the date of birth as day, month and year, or leave all three empty.")
                .ifPresent(day -> child.put("birthDate", day.toString()));
        String address = fields.text("address");
        String postcode = fields.text("postcode");
        if (!address.isEmpty() || !postcode.isEmpty()) {
            ObjectNode lives = child.putArray("addresses").addObject();
            address.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lives.withArray("lines")::add);
            put(lives, "postcode", postcode);
            lives.put("use", "CURRENT");
        }
        child.put(
                "addressIsConfidential",
                fields.flag("keepAddress", "Say whether the address must be kept from somebody."));
    }

    private void concern(ObjectNode concern) {
        concern.put("whatHappened", fields.required("whatHappened", "Write what the caller said."));
        concern.put("immediateDanger", fields.flag("immediateDanger", "Say whether a child is in danger now."));
    }

    private void consent(ObjectNode consent) {
        boolean told = fields.flag("parentsTold", "Say whether the parents know of this contact.");
        consent.put("parentsTold", told);
        put(consent, "whyNotTold", fields.text("whyNotTold"));
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
