package uk.mashhub.adapter.police.notification;

import org.xml.sax.SAXException;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/** Carries a refusal out of the parser. */
final class Refusal extends SAXException {
    private static final long serialVersionUID = 1L;
    private final transient Unreadable unreadable;

    Refusal(Fault fault, String place, String reason) {
        super(reason);
        this.unreadable = new Unreadable(fault, place, reason);
    }

    Unreadable unreadable() {
        return unreadable;
    }
}
