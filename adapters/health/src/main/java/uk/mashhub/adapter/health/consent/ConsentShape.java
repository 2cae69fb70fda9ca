package uk.mashhub.adapter.health.consent;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Which elements of a Consent the hub can honour. Any other may narrow what is permitted, so a Consent that has one is
 * refused whole. An extension that is not the hub's is left out: FHIR R4 section 2.4.0 has those that change the meaning
 * stand in {@code modifierExtension}, which is refused.
 */
final class ConsentShape {
    /** Says nothing about what is permitted. */
    private static final Set<String> LEFT_OUT = Set.of(
            "Consent.id",
            "Consent.meta",
            "Consent.language",
            "Consent.text",
            "Consent.identifier",
            "Consent.dateTime",
            "Consent.organization",
            "Consent.source[x]");

    private static final Set<String> READ = Set.of(
            "Consent.status",
            "Consent.scope",
            "Consent.category",
            "Consent.patient",
            "Consent.performer",
            "Consent.policy",
            "Consent.policy.authority",
            "Consent.policy.uri",
            "Consent.policyRule",
            "Consent.provision",
            "Consent.provision.type",
            "Consent.provision.period",
            "Consent.provision.period.start",
            "Consent.provision.period.end",
            "Consent.provision.actor",
            "Consent.provision.actor.role",
            "Consent.provision.actor.reference",
            "Consent.provision.action",
            "Consent.provision.purpose",
            "Consent.provision.class");

    private static final Set<String> OWN_EXTENSIONS = Set.of(
            "Consent.modifierExtension " + Urls.COMPETENCE,
            "Consent.extension " + Urls.COMPETENCE,
            "Consent.extension " + Urls.NOT_SOUGHT,
            "Consent.extension " + Urls.WITHDRAWAL,
            "Consent.performer.extension " + Urls.GIVER);

    /** Of a coded element, a reference and an identifier, wherever they are read. */
    private static final Set<String> PARTS =
            Set.of("coding", "system", "code", "display", "text", "type", "identifier", "value", "use");

    private ConsentShape() {}

    /**
     * Looks at every element.
     *
     * @throws Unreadable at the first that the hub cannot honour
     */
    static void check(Consent consent) throws Unreadable {
        check(consent, "Consent", "Consent");
    }

    private static void check(Base parent, String path, String place) throws Unreadable {
        for (Property property : parent.children()) {
            List<Base> values = property.getValues();
            for (int i = 0; i < values.size(); i++) {
                String below = path + "." + property.getName();
                String here =
                        place + "." + property.getName() + (property.getMaxCardinality() > 1 ? "[" + i + "]" : "");
                if (values.get(i) instanceof Extension extension) {
                    extension(extension, below, here);
                } else if (!LEFT_OUT.contains(below)) {
                    if (!READ.contains(below) && !part(path, property.getName())) {
                        throw new Unreadable(Fault.NOT_VALID, here, "cannot be honoured here");
                    }
                    check(values.get(i), below, here);
                }
            }
        }
    }

    private static void extension(Extension extension, String path, String place) throws Unreadable {
        boolean own = String.valueOf(extension.getUrl()).startsWith(Urls.OWN);
        boolean ignored = path.endsWith(".extension") && !own;
        if (!ignored && !OWN_EXTENSIONS.contains(path + " " + extension.getUrl())) {
            throw new Unreadable(Fault.NOT_VALID, place, "cannot be honoured here");
        }
    }

    /** A part of a datatype below an element that is read: of a whole Consent or of a provision there are no others. */
    private static boolean part(String path, String name) {
        boolean datatype = !path.equals("Consent") && !path.equals("Consent.provision") && !path.endsWith(".actor");
        return datatype && PARTS.contains(name);
    }
}
