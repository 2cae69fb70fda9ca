package uk.mashhub.model.person;

/** A probation case reference number: one letter and six digits (HMPPS Delius). It has no check digit. */
public record Crn(String value) implements PersonIdentifier {
    public Crn {
        value = Digits.strip(value, "CRN");
        if (!value.matches("[A-Z][0-9]{6}")) {
            throw new IllegalArgumentException("not a valid CRN");
        }
    }

    @Override
    public String toString() {
        return "Crn[not shown]";
    }
}
