package uk.mashhub.match.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two surnames are one, written by the rules of two systems: Chinese names after pinyin, Wade-Giles, or as they
 * sound in Cantonese or Hokkien; Slavic and Baltic names of a man and of a woman of one family; the Arabic article; Mac and
 * Mc. Sound tells these apart, and people change from one to the other with each office they meet.
 */
public final class SurnameForms {
    /** Shorter than this, an ending or an article is part of the name. */
    private static final int STEM = 4;

    private static final double SOUNDS = 0.7;

    /** Each line one Chinese surname; a form that stands for several stands in several lines. */
    private static final String CHINESE = """
            cai tsai choi choy chua tsoi
            cao tsao cho chou
            chen chan chin tan
            cheng ching
            deng teng tang
            du to tu
            fang fong
            feng fung
            gao kao ko
            guo kuo kwok quek
            han hon
            he ho
            hong hung
            hu wu woo oh
            huang hwang wong ng ooi
            jiang chiang keung cheung
            kong hung
            li lee lei
            liang leung leong neo
            lin lam lim
            liu lau low lao
            lu lo loo
            luo lo law loh
            ma mah
            peng pang
            qian chien chin
            qiu chiu yau khoo
            shen sham sim
            song sung
            su so soo
            sun suen soon
            tan tam tham
            tang tong
            wang wong ong
            wei ngai
            wen man
            wu ng goh
            xiao hsiao siu
            xie hsieh tse chia
            xu hsu tsui chui koh
            yang yeung yeo
            yao yiu
            ye yeh yip yap
            yu yue yee
            yuan yuen
            zeng tseng tsang chan
            zhang chang cheung teo
            zhao chao chiu teoh
            zheng cheng tay tee
            zhou chou chow chew
            zhu chu choo
            """;

    private static final Map<String, Set<Integer>> LINES = lines();

    /** A woman's ending, and a man's in the same family (Polish, Czech, Russian, Bulgarian). */
    private static final List<String[]> ENDINGS = List.of(
            new String[] {"skaya", "ski"},
            new String[] {"skaia", "ski"},
            new String[] {"ska", "ski"},
            new String[] {"cka", "cki"},
            new String[] {"dzka", "dzki"},
            new String[] {"skyi", "ski"},
            new String[] {"skyy", "ski"},
            new String[] {"skij", "ski"},
            new String[] {"skiy", "ski"},
            new String[] {"sky", "ski"},
            new String[] {"cky", "cki"},
            new String[] {"ova", "ov"},
            new String[] {"eva", "ev"},
            new String[] {"ina", "in"},
            // Lithuanian: a married woman's, and a man's.
            new String[] {"iene", "as"},
            new String[] {"aite", "as"});

    private SurnameForms() {}

    /** Whether two folded surnames, their words joined, are forms of one. */
    public static boolean oneName(String a, String b) {
        return oneName(a, form(a), b, form(b));
    }

    /** The same of names whose {@link #form} is known. */
    public static boolean oneName(String a, String formOfA, String b, String formOfB) {
        return formOfA.equals(formOfB)
                || meet(LINES.getOrDefault(a, Set.of()), LINES.getOrDefault(b, Set.of()))
                || article(a) && article(b) && alike(a.substring(2), b.substring(2));
    }

    /** A man's form of the name, with Mac as Mc: the same for a man and a woman of one family. */
    public static String form(String name) {
        return mans(mac(name));
    }

    private static String mans(String name) {
        for (String[] ending : ENDINGS) {
            if (name.length() > STEM + 1 && name.endsWith(ending[0])) {
                return name.substring(0, name.length() - ending[0].length()) + ending[1];
            }
        }
        return name;
    }

    private static String mac(String name) {
        return name.startsWith("mac") && name.length() > STEM + 2 ? "mc" + name.substring(3) : name;
    }

    private static boolean article(String name) {
        return name.length() >= STEM + 2 && (name.startsWith("al") || name.startsWith("el"));
    }

    private static boolean alike(String a, String b) {
        return Sound.skeleton(a).equals(Sound.skeleton(b)) && Spelling.likeness(a, b) > SOUNDS;
    }

    private static boolean meet(Set<Integer> some, Set<Integer> others) {
        return !some.isEmpty() && !others.isEmpty() && !Collections.disjoint(some, others);
    }

    private static Map<String, Set<Integer>> lines() {
        Map<String, Set<Integer>> lines = new HashMap<>();
        int line = 0;
        for (String row : CHINESE.lines().toList()) {
            for (String name : row.split(" ", -1)) {
                lines.computeIfAbsent(name, n -> new HashSet<>()).add(line);
            }
            line++;
        }
        return Map.copyOf(lines);
    }
}
