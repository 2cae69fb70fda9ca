package uk.mashhub.match.weight;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.match.text.Nicknames;
import uk.mashhub.match.text.Sound;
import uk.mashhub.match.text.Spelling;

/** Compares names of which it is not known which word is the surname: word by word, in whatever order they stand. */
final class WholeNames {
    private static final double SOUNDS = 0.6;

    private WholeNames() {}

    static Grade compare(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return Grade.SAME;
        }
        if (String.join("", a).equals(String.join("", b))
                || a.stream().sorted().toList().equals(b.stream().sorted().toList())) {
            return Grade.SWAPPED;
        }
        String joinedA = String.join("", a);
        String joinedB = String.join("", b);
        if (Spelling.slips(joinedA, joinedB, 1) <= 1) {
            return Grade.CLOSE;
        }
        List<String> shorter = a.size() <= b.size() ? a : b;
        List<String> left = new ArrayList<>(shorter == a ? b : a);
        int[] kinds = new int[4];
        for (String word : shorter) {
            int best = 3;
            int at = -1;
            for (int i = 0; i < left.size(); i++) {
                int kind = kind(word, left.get(i));
                if (kind < best) {
                    best = kind;
                    at = i;
                }
            }
            kinds[best]++;
            if (at >= 0) {
                left.remove(at);
            }
        }
        return grade(kinds, shorter.size(), left.size());
    }

    private static Grade grade(int[] kinds, int words, int left) {
        if (kinds[3] > 0) {
            return kinds[3] == 1 && words > 2 ? Grade.NEAR : Grade.DIFFERENT;
        }
        if (words == 1) {
            return Grade.SOUND;
        }
        if (left > 0) {
            return kinds[2] == 0 && left < 3 ? Grade.PART : Grade.SOUND;
        }
        return kinds[2] == 0 ? Grade.VARIANT : Grade.SOUND;
    }

    /** 0 the same, 1 another form or one slip, 2 sounds alike or an initial, 3 another word. */
    private static int kind(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        if (Nicknames.oneName(a, b) || slight(a, b)) {
            return 1;
        }
        boolean alike = Sound.skeleton(a).equals(Sound.skeleton(b)) && Spelling.likeness(a, b) > SOUNDS;
        return alike || Names.initial(a, b) ? 2 : 3;
    }

    private static boolean slight(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int allowed = longer < 4 ? 0 : longer < 8 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= allowed && Spelling.slips(a, b, allowed) <= allowed;
    }
}
