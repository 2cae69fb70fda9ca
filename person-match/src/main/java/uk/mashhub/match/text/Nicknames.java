package uk.mashhub.match.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Forms of one forename. Each line of the table is a name and its short forms; two names are forms of one if some line
 * holds both, so that Alexander and Alexandra, who share Alex, stay apart.
 */
public final class Nicknames {
    private static final String TABLE = """
            abdul abdullah abdallah
            abigail abi abbie abby gail
            alexander alex alec sandy xander
            alexandra alex lexi lexie sandra sasha
            alfred alf alfie fred
            alison ali allie
            amelia amy millie milly mia
            andrew andy drew
            anthony antony tony ant
            barbara babs barb
            benjamin ben benny benji
            bernadette bernie
            catherine katherine kathryn cath cathy kate katie kathy kit kitty
            charles charlie chas chuck
            charlotte charlie lottie lotty
            christine christina chris chrissie tina
            christopher chris kit topher
            daniel dan danny
            danielle dani danni
            david dave davey dai
            deborah debra deb debbie
            donald don donnie
            dorothy dot dottie
            edward ed eddie ned ted teddy
            eleanor elinor ellie nell nora
            elizabeth elisabeth beth betty eliza elsie libby liz lizzie lisa
            emily em millie emmy
            ezekiel zeke
            fatima fatimah fatma
            florence flo florrie
            francesca fran frankie cesca
            francis frank frankie
            frederick fred freddie
            gabriel gabe
            gareth gary gaz
            geoffrey jeffrey geoff jeff
            george georgie
            georgina georgia georgie gina
            gerald gerry jerry
            graham graeme
            gregory greg
            gwendolyn gwen
            harold harry hal
            harriet hattie harri
            henry harry hal
            isabella isabel isobel bella izzy
            jacob jake
            jacqueline jackie jacqui
            james jim jimmy jamie jem
            janet jan
            jasmine yasmin jas
            jennifer jen jenny
            jessica jess jessie
            john jack johnny jon
            jonathan jon jonny johnny
            joseph joe joey
            josephine jo josie
            joshua josh
            joanne joanna jo
            judith judy
            kenneth ken kenny
            kimberley kim
            lawrence laurence larry laurie
            leonard len lenny leo
            lewis louis lou
            lillian lily lil
            louise lou
            lucinda lucy cindy
            madeleine maddie maddy
            margaret maggie meg peg peggy marge margie greta
            marilyn mary
            martin marty
            matilda tilly mattie
            matthew matt matty
            maxwell maximilian max
            michael mick micky mike mikey
            michelle shell chelle
            mohammed muhammad mohammad mohamed muhammed mo md
            nathaniel nathan nate nat
            natalie nat
            natasha tasha
            nicholas nicolas nick nicky
            nicola nicky nic nikki
            oliver ollie olly
            olivia liv livvy
            pamela pam
            patricia pat patsy tricia trish
            patrick pat paddy
            peter pete
            philip phillip phil pip
            philippa pippa pip
            raymond ray
            rebecca becca becky
            richard dick rich richie rick ricky
            robert bob bobby rob robbie bert
            roberta bobbie robbie
            ronald ron ronnie
            rosemary rose rosie
            samantha sam sammy
            samuel sam sammy
            sarah sara sally sadie
            sebastian seb
            stephanie steph stevie
            stephen steven steve
            stuart stewart stu
            susan suzanne sue susie suzy
            sylvester sly
            teresa theresa tess tessa terry
            terence terry
            theodore theo ted teddy
            thomas tom tommy
            timothy tim
            valerie val
            veronica ronnie
            victor vic
            victoria vicky vikki tori
            vincent vince vinny
            vivienne viv
            walter wally walt
            wilfred wilf
            william bill billy liam will willy
            winifred winnie
            zachary zac zach zack
            aoife eefa eva
            agnieszka agnes
            aleksander aleksandr alexander oleksandr sasha
            aleksandra alexandra oleksandra ola sasha
            andrzej andrei andrey andriy andreas andrew
            angharad harri
            babatunde tunde
            caoimhe keeva kiva
            cian kian keane
            cillian killian
            ciara keira kiera kira
            dafydd david dai dewi
            dmitri dmitry dmytro dima
            ekaterina yekaterina kateryna katya catherine
            ewa eva
            ffion fion
            fionnuala nuala finola
            giovanni john gianni
            grainne granya grania
            grzegorz gregory
            gwenllian gwen
            huw hugh
            ieuan ioan iwan evan ifan john
            ifeoma ify
            ikechukwu ike iyke
            ivan john vanya
            jakub jacob kuba
            jan john yan
            jerzy george yuri
            jorge george
            juan john
            jose joseph
            katarzyna kasia catherine katherine
            krzysztof christopher kris
            leila layla laila leyla
            lukasz lucas luke
            maciej matthias
            magdalena magda lena
            malgorzata margaret gosia
            mateusz matthew
            michal michael mihai mykhailo mikhail misha
            mikolaj nicholas nicolae mykola nikolai kolya
            muhammad mohd muhamad mohamad mamadou
            niall neil
            niamh neve nieve neeve
            oisin osheen
            oluwafemi femi
            oluwaseun seun
            oluwatobi tobi
            padraig patrick padraic paddy
            pavel paul pawel pavlo
            piotr peter petr pyotr petro
            rhys reece rees
            roisin rosheen
            ruairi rory ruari
            saoirse sersha seersha
            seamus james shamus
            sean shaun shawn john
            sinead shinaid jane
            sion shaun john
            siobhan shivaun chevonne
            stanislaw stanislav stan
            szymon simon semyon
            tadhg tiege teague
            temitope temi tope
            tomasz thomas tomas tomos
            usman uthman osman othman ousmane
            wojciech adalbert
            yusuf yousef youssef joseph
            zofia sophia sofia sophie
            """;

    private static final Map<String, Set<Integer>> LINES = lines();

    private Nicknames() {}

    /** Whether two folded names are forms of one name. A name is not a form of itself unless the table has it. */
    public static boolean oneName(String a, String b) {
        Set<Integer> some = LINES.get(a);
        if (some == null) {
            return false;
        }
        Set<Integer> others = LINES.get(b);
        return others != null && !Collections.disjoint(some, others);
    }

    private static Map<String, Set<Integer>> lines() {
        Map<String, Set<Integer>> lines = new HashMap<>();
        int line = 0;
        for (String row : TABLE.lines().toList()) {
            for (String name : row.split(" ", -1)) {
                lines.computeIfAbsent(name, n -> new HashSet<>()).add(line);
            }
            line++;
        }
        // Asked for every pair of names: a hash map finds sooner that a name is not in it than one that cannot change.
        return Collections.unmodifiableMap(lines);
    }
}
