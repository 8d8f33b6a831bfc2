package org.dealgraph.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the words and signs of other languages, put into English ones: month names, weekdays, signs of the year. */
final class CalendarWords {

    private static final String[] ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
    private static final Map<String, Integer> MONTHS = months(
            // German, French, Spanish, Italian, Portuguese, Dutch, Swedish and its neighbours.
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber mrz - - - - - sept okt - dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv févr - avr - - juil - - - - déc",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene - - abr - - - ago setiembre - - dic",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen - - - mag giu lug - set ott - -",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "- fev - - - - - - - out - -",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "- - mrt - - - - augusti - - - -",
            "- - marts - maj - - - - - - desember",
            // Greek, Hungarian and Polish, in full and cut.
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
                    + " δεκεμβρίου",
            "ιαν φεβ μαρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ",
            "ιάν φέβ μάρ άπρ μαι ιουν ιουλ αυγ σεπτ οκτώ νοε δέκ",
            "január február március április május június július augusztus szeptember október november december",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia");
    private static final Set<String> SILENT = Set.of(
            ("de del den der des le la el il lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi"
                            + " jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag mo di"
                            + " mi do fr sa so lunedì martedì mercoledì giovedì venerdì sabato domenica κυρ δευ τρι τετ πεμ παρ"
                            + " σαβ um uhr à às alle ore kl")
                    .split(" "));
    private static final Pattern WORD = Pattern.compile("\\p{L}+\\.?");
    private static final Pattern SIGNS =
            Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]?(?:\\s*\\(.\\))?");
    private static final Pattern HALVES = Pattern.compile("(오전|오후|上午|下午|午前|午後)\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?)");

    private CalendarWords() {}

    private static Map<String, Integer> months(String... lists) {
        Map<String, Integer> months = new HashMap<>();
        for (String list : lists) {
            String[] names = list.split(" ");
            for (int month = 0; month < names.length; month++) {
                months.putIfAbsent(names[month], month);
            }
        }
        months.remove("-");
        return Map.copyOf(months);
    }

    /** The text with what is known replaced; as it stands where nothing is. */
    static String inEnglish(String text) {
        String signs = SIGNS.matcher(text).replaceAll(m -> "%s/%s/%s ".formatted(m.group(1), m.group(2), m.group(3)));
        String halves = HALVES.matcher(signs)
                .replaceAll(m ->
                        m.group(2) + (m.group(1).endsWith("후") || m.group(1).matches("下午|午後") ? " pm" : " am"));
        Matcher words = WORD.matcher(halves);
        StringBuilder out = new StringBuilder();
        boolean month = false;
        while (words.find()) {
            String word = words.group().replace(".", "").toLowerCase(Locale.ROOT);
            Integer number = MONTHS.get(word);
            month |= number != null;
            words.appendReplacement(
                    out,
                    number != null
                            ? ENGLISH[number]
                            : SILENT.contains(word) ? "" : Matcher.quoteReplacement(words.group()));
        }
        String english = words.appendTail(out).toString();
        return (month ? english.replaceAll("(\\d)\\.", "$1") : halves)
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^, *", "");
    }
}
