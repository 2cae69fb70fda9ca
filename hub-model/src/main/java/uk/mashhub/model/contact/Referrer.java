package uk.mashhub.model.contact;

import java.util.Objects;

/**
 * Who raised the concern. Any text may be empty.
 *
 * @param anonymous the source wishes to stay anonymous; only members of the public may
 */
public record Referrer(
        String name,
        String role,
        String organisation,
        String telephone,
        String email,
        boolean professional,
        boolean anonymous) {
    public Referrer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(telephone, "telephone");
        Objects.requireNonNull(email, "email");
    }

    @Override
    public String toString() {
        return "Referrer[professional=" + professional + "]";
    }
}
