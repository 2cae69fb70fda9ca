package uk.mashhub.hub.triage;

/** A choice on a form: what is sent, and what people read. */
public record Choice(String key, String value) {
    @Override
    public String toString() {
        return "Choice[" + key + "]";
    }
}
