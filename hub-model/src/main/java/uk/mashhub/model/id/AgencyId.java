package uk.mashhub.model.id;

/** An agency of the partnership, named in configuration. A slug: lower case, digits and hyphens, 2 to 40 characters. */
public record AgencyId(String value) {
    public AgencyId {
        Checks.slug(value, "AgencyId");
    }

    @Override
    public String toString() {
        return value;
    }
}
