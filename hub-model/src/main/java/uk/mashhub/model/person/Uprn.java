package uk.mashhub.model.person;

/** A unique property reference number: 1 to 12 digits, without leading zeros in its canonical form (GeoPlace). */
public record Uprn(String value) {
    public Uprn {
        value = Digits.strip(value, "UPRN");
        if (!value.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("not a valid UPRN");
        }
        value = value.replaceFirst("^0+(?=.)", "");
    }

    @Override
    public String toString() {
        return "Uprn[not shown]";
    }
}
