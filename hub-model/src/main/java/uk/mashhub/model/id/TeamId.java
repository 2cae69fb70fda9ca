package uk.mashhub.model.id;

/** A triage team of an area, named in configuration. A slug: lower case, digits and hyphens, 2 to 40 characters. */
public record TeamId(String value) {
    public TeamId {
        Checks.slug(value, "TeamId");
    }

    @Override
    public String toString() {
        return value;
    }
}
