package uk.mashhub.policy.cases;

import java.util.Map;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.item.Item;

/**
 * A case: a situation as a real packet, one request, and what must come out.
 *
 * @param file the name of its file, without its folder
 * @param line where it begins
 * @param why the law or guidance that the expected answer rests on, in the author's words
 * @param items the packet's items by the word for each, in the order written
 */
public record PolicyCase(
        String file,
        int line,
        String id,
        String title,
        String why,
        Packet packet,
        Family family,
        Map<String, Item> items,
        Request request) {

    @Override
    public String toString() {
        return file + ":" + line + ": case " + id;
    }
}
