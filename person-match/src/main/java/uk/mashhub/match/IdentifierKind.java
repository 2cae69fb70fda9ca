package uk.mashhub.match;

import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.person.Upn;

/** The schemes of numbers that name a person. */
enum IdentifierKind {
    NHS("NHS number"),
    UPN("UPN"),
    PNC("PNC id"),
    CRN("CRN"),
    /** One source's own number; each source is a scheme of its own. */
    LOCAL("the source's own number");

    private final String words;

    IdentifierKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static IdentifierKind of(PersonIdentifier identifier) {
        if (identifier instanceof NhsNumber || identifier instanceof SupersededNhsNumber) {
            return NHS;
        } else if (identifier instanceof Upn) {
            return UPN;
        } else if (identifier instanceof PncId) {
            return PNC;
        } else if (identifier instanceof Crn) {
            return CRN;
        }
        return LOCAL;
    }

    /** Names the scheme: two numbers can agree or conflict within one scheme only. */
    static String scheme(PersonIdentifier identifier) {
        return identifier instanceof LocalId local
                ? "local|" + local.source().value()
                : of(identifier).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A school gives a temporary UPN until the real one is known, so another beside it is no conflict. */
    static boolean lasting(PersonIdentifier identifier) {
        return !(identifier instanceof Upn upn && upn.temporary());
    }
}
