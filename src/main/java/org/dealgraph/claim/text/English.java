package org.dealgraph.claim.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The closed classes of English and its regular endings: what a reader knows without a dictionary of the field. */
public final class English {

    /** Signs that open a list item. */
    static final Set<String> BULLETS = WordList.of("""
            • ◦ ▪ ‣ ● ■ · ⁃ ► ➤ *
            """);

    /** Abbreviations before a name; a point after them never ends a sentence. */
    static final Set<String> TITLES = WordList.of("""
            mr mrs ms dr prof gov sen rep gen lt col capt hon rev messrs vs st mt ft cf approx est e.g i.e viz
            incl
            """);

    /** Words that a single letter follows as a grade or number. */
    static final Set<String> GRADED = WordList.of("""
            series class phase plan tier unit part exhibit annex appendix vitamin grade type block hall building
            item tranche
            """);

    /** Abbreviations that end no sentence where a number follows. */
    static final Set<String> NUMBERED = WordList.of("""
            no nos fig p pp sec art vol para c ca
            """);

    /** Abbreviations that may end a sentence; they do where the next word opens one. */
    static final Set<String> ABBREVIATIONS = WordList.of("""
            inc corp co cos ltd bros plc llc jr sr etc al jan feb mar apr jun jul aug sep sept oct nov dec mon
            tue wed thu fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo
            mont neb nev okla ore pa tenn tex vt va wash wis wyo u.s u.k dept univ assn intl mfg rs
            bldg ave
            """);

    /** Words that open a sentence far more often than they follow an abbreviation inside one. */
    static final Set<String> STARTERS = WordList.of("""
            the a an it its in on at but and he she they we this that these those there under as after before
            while when if for with by both each also still however meanwhile earlier last since shares analysts
            our their his her to from not no what who how why all one two separately so then now until over
            terms neither
            """);

    public static final Set<String> DETERMINERS = WordList.of("""
            the a an this that these those each both either neither every
            """);

    public static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her", "our", "my", "your", "whose");

    public static final Set<String> PRONOUNS = WordList.of("""
            it they them he him she we us i me you itself themselves himself herself ourselves who whom which
            that this these those one each both neither either none some others another
            """);

    public static final Set<String> PREPOSITIONS = WordList.of("""
            of in on at by for with from to into onto over under through between among across via against about
            around after before during since until till within without toward towards per upon alongside behind
            beside besides beyond despite like unlike near off outside inside plus than as amid including
            excluding following regarding concerning throughout versus along
            """);

    public static final Set<String> CONJUNCTIONS = WordList.of("""
            and or but nor so yet while whereas although though because if unless when once whether where that
            which who whose whom &
            """);

    public static final Set<String> AUXILIARIES = WordList.of("""
            is are was were be been being am has have had having do does did will would shall should can could
            may might must ought 'll won't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
            wouldn't can't cannot couldn't shouldn't don't
            """);

    /** Adverbs that stand between a subject and its verb. */
    public static final Set<String> ADVERBS = WordList.of("""
            also already now not never ever still just only even recently separately reportedly previously
            currently initially then later once itself themselves instead again too meanwhile first earlier long
            soon today yesterday alone almost nearly roughly about further jointly together each both all since
            therefore thus however perhaps likewise quietly simply so far yet
            """);

    /** Verbs of deals and reports in their plain form; their regular and irregular forms are understood. */
    private static final Set<String> VERBS = WordList.of("""
            acquire add agree aim allow announce approve argue ask award back backstop become begin believe book
            borrow break bring build buy call cancel carry close commit complete confirm construct continue
            contract contribute control count cover decide decline deliver deny deploy describe design detail
            develop disclose discuss double draw drop earmark earn emerge end enter estimate exercise expand
            expect explore extend face fall file finance find finish follow form fund gain get give go grant
            guarantee hand have help hire hold host house increase insist intend introduce invest issue join
            keep know land launch lead lease lend let license list make manage meet move name need negotiate
            note obtain offer open operate order outline own partner pay pick place plan pledge post pour power
            prepare produce project promise propose provide publish purchase put raise reach receive record
            refuse reject release remain renew rent report represent request require reserve reveal rise run say
            secure see seek sell send serve settle shift ship show sign spend stand start state step stop strike
            subscribe supply support take talk target team tell terminate test think throw tout train transfer
            try turn understand undertake underwrite unveil use value walk want warn win withdraw work write bet
            triple tap choose select jump surge climb slide lose trade price weigh consider near return rely
            depend employ base locate owe accept chip inject commission procure source rescue merge spin abandon
            scrap shelve pause delay quit exit leave lapse expire fail collapse amend revise restructure convert
            sink plough pump speak grow shrink listen gather depart arrive wait bid vote rule sue admit appoint
            adopt attract benefit bear boost burn cite compete concede cut declare demand differ drive enjoy
            ensure establish exceed focus foresee forecast handle hope identify impose include involve like
            manufacture mean notify object occupy pass permit press push recall recover reduce refinance repay
            respond save split stay stress suffer suggest swap thank tie upgrade visit welcome wish
            """);

    private static final Map<String, String> IRREGULAR = WordList.pairs("""
            became become began begin begun begin broke break broken break brought bring built build bought buy
            drew draw drawn draw fell fall fallen fall found find got get gotten get gave give given give went
            go gone go had have has have held hold kept keep knew know known know led lead lent lend made make
            met meet paid pay rose rise risen rise ran run said say saw see seen see sought seek sold sell sent
            send shown show spent spend stood stand struck strike took take taken take told tell thought think
            threw throw thrown throw understood understand undertook undertake undertaken undertake underwrote
            underwrite underwritten underwrite withdrew withdraw withdrawn withdraw won win wrote write written
            write chose choose chosen choose lost lose left leave spun spin spoke speak spoken speak grew grow
            grown grow drove drive driven drive bore bear meant mean foresaw foresee shrank shrink sunk sink
            sank sink
            """);

    private English() {}

    /** The plain form of a word read as a verb, or the word itself where it is no form of a known verb. */
    public static String lemma(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.get(w);
        if (irregular != null) {
            return irregular;
        }
        if (VERBS.contains(w) || w.length() > 24) {
            return w;
        }
        for (String ending : new String[] {"ing", "ed", "es", "s", "d"}) {
            if (w.endsWith(ending) && w.length() > ending.length() + 1) {
                String known = known(w.substring(0, w.length() - ending.length()));
                if (known != null) {
                    return known;
                }
            }
        }
        return w;
    }

    /** A form of a verb that news of deals uses. */
    public static boolean verb(String word) {
        return VERBS.contains(lemma(word));
    }

    /** A form that can stand as the main verb after a subject: finite, not "-ing". */
    public static boolean finite(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (AUXILIARIES.contains(w)) {
            return true;
        }
        boolean past = w.length() > 4 && w.endsWith("ed") && !w.endsWith("eed");
        return past || (verb(w) && !(w.endsWith("ing") && !VERBS.contains(w)));
    }

    /** A word that belongs to the grammar and names nothing. */
    public static boolean function(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return DETERMINERS.contains(w)
                || POSSESSIVES.contains(w)
                || PRONOUNS.contains(w)
                || PREPOSITIONS.contains(w)
                || CONJUNCTIONS.contains(w)
                || AUXILIARIES.contains(w)
                || ADVERBS.contains(w)
                || STARTERS.contains(w);
    }

    private static @Nullable String known(String stem) {
        if (VERBS.contains(stem)) {
            return stem;
        }
        if (VERBS.contains(stem + "e")) {
            return stem + "e";
        }
        int n = stem.length();
        if (n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2) && VERBS.contains(stem.substring(0, n - 1))) {
            return stem.substring(0, n - 1);
        }
        return n > 2 && stem.endsWith("i") && VERBS.contains(stem.substring(0, n - 1) + "y")
                ? stem.substring(0, n - 1) + "y"
                : null;
    }
}
