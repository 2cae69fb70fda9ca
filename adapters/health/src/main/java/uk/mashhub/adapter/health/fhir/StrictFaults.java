package uk.mashhub.adapter.health.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

/**
 * Refuses whatever the parser would otherwise step over. HAPI's own strict handler puts values of the message into its
 * texts; this one names the element that holds the fault and nothing else.
 */
final class StrictFaults implements IParserErrorHandler {

    /** A fault with a place that is safe to tell: the name of an element that FHIR defines. */
    static final class Misfit extends DataFormatException {
        private static final long serialVersionUID = 1L;

        private final String element;

        private Misfit(String element, String reason) {
            super(reason);
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    private static Misfit misfit(IParseLocation location, String reason) {
        String parent = location == null ? null : location.getParentElementName();
        return new Misfit(parent == null || !parent.matches("[A-Za-z0-9.]{1,80}") ? "" : parent, reason);
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        throw misfit(location, "a contained resource has no id");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        throw misfit(location, "an extension has both a value and extensions");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        throw misfit(location, "an element has the wrong JSON type");
    }

    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {
        throw misfit(location, "a reference inside the resource leads nowhere");
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        throw misfit(location, "an element has a value that its type does not allow");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String element) {
        throw misfit(location, "a required element is missing");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        throw misfit(location, "an element that may stand once stands twice");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        throw misfit(location, "an attribute that FHIR R4 does not define");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        throw misfit(location, "an element that FHIR R4 does not define");
    }

    @Override
    public void unknownReference(IParseLocation location, String reference) {
        throw misfit(location, "a reference to a contained resource leads nowhere");
    }
}
