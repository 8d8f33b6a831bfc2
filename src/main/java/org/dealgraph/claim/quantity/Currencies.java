package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names and signs of currencies: every ISO 4217 code, and what English texts write for the common ones. */
final class Currencies {

    /** Codes that texts write for something else. */
    private static final Set<String> NOT_READ = Set.of(
            "AMD", "ALL", "TOP", "TRY", "BAM", "COP", "PEN", "XXX", "XTS", "SOS", "MOP", "GEL", "LAK", "CUP", "ANG",
            "BOB", "RON", "MUR", "STD", "MAD");

    private static final Set<String> WORDS = Set.of("TRY", "COP", "PEN", "RON", "MAD", "MUR", "MOP", "GEL", "AMD");

    private static final Set<String> CODES = codes();

    /** Codes that are no words when written small. */
    private static final Set<String> SMALL_CODES = Set.of(
            "usd", "eur", "gbp", "jpy", "cny", "inr", "krw", "twd", "sgd", "hkd", "aud", "nzd", "chf", "sek", "nok",
            "dkk", "aed", "sar", "brl", "mxn", "myr", "idr", "vnd");

    /** What Nordic and German reports write before a code: "MSEK 120", "120 MEUR", "kEUR 500", "TEUR 500". */
    private static final Map<String, BigDecimal> CODE_SCALES =
            Map.of("m", BigDecimal.valueOf(1_000_000), "k", BigDecimal.valueOf(1000), "t", BigDecimal.valueOf(1000));

    /** Names that stand before their figure without more: "ringgit 42". */
    private static final Set<String> LEADING = Set.of(
            "rupees",
            "ringgit",
            "ringgits",
            "rupiah",
            "rupiahs",
            "euro",
            "euros",
            "dollar",
            "rupee",
            "baht",
            "yen",
            "dirham",
            "dirhams",
            "riyal",
            "riyals",
            "naira",
            "taka",
            "pesos");

    /** One sign, or a sign with letters before it. */
    private static final Map<String, String> SIGNS = pairs("""
            $ USD|€ EUR|£ GBP|¥ JPY|₩ KRW|₹ INR|₽ RUB|₺ TRY|₪ ILS|₫ VND|₦ NGN|₱ PHP|฿ THB|₴ UAH|₡ CRC|₲ PYG|₵ GHS|₸ KZT|₭ LAK|₮ MNT|₨ PKR|元 CNY|円 JPY|₼ AZN|₾ GEL|֏ AMD|﷼ SAR|৳ BDT|₿ XBT
            us$ USD|usd$ USD|u$ USD|a$ AUD|au$ AUD|aus$ AUD|aud$ AUD|c$ CAD|ca$ CAD|can$ CAD|cad$ CAD|cdn$ CAD|s$ SGD|sg$ SGD|sgd$ SGD|hk$ HKD|hkd$ HKD|nt$ TWD|ntd$ TWD|twd$ TWD|nz$ NZD|nzd$ NZD|r$ BRL|mx$ MXN|mex$ MXN|j$ JMD|tt$ TTD|z$ ZWL|bz$ BZD|b$ BND|n$ NAD|fj$ FJD|ec$ XCD|bds$ BBD|ar$ ARS|clp$ CLP|col$ COP|cl$ CLP
            cn¥ CNY|rmb¥ CNY|jp¥ JPY|e£ EGP|gb£ GBP
            """);

    /** Letters that stand before a figure as its currency. */
    private static final Map<String, String> PREFIX_WORDS = pairs("""
            rmb CNY|rs INR|kr SEK|dkr DKK|nkr NOK|skr SEK|tk BDT|ksh KES|sfr CHF|rm MYR|rp IDR|dh AED|dhs AED|nok NOK|nis ILS|stg GBP|yuan CNY|r ZAR|n NGN|p PHP|sh KES|w KRW|kč CZK
            """);

    private static final Map<String, String> NAMES = pairs("""
            dollar USD|dollars USD|buck USD|bucks USD|dollers USD|greenbacks USD
            euro EUR|euros EUR|pound GBP|pounds GBP|sterling GBP|quid GBP|yen JPY|yens JPY|won KRW|yuan CNY|yuans CNY|renminbi CNY|rmb CNY|kuai CNY
            rupee INR|rupees INR|rs INR|rupiah IDR|rupiahs IDR|ringgit MYR|ringgits MYR|rm MYR|le EGP|baht THB|bahts THB|dong VND|dongs VND|peso MXN|pesos MXN
            krona SEK|kronor SEK|kroner NOK|krone NOK|kr SEK|franc CHF|francs CHF|riyal SAR|riyals SAR|dirham AED|dirhams AED|dinar KWD|dinars KWD
            reais BRL|rand ZAR|rands ZAR|ruble RUB|rubles RUB|rouble RUB|roubles RUB|lira TRY|liras TRY|shekel ILS|shekels ILS|zloty PLN|zlotys PLN|zlotych PLN|zł PLN|złoty PLN
            forint HUF|forints HUF|koruna CZK|korunas CZK|koruny CZK|kč CZK|hryvnia UAH|hryvnias UAH|naira NGN|nairas NGN|taka BDT|cedi GHS|cedis GHS|shilling KES|shillings KES|birr ETB|tenge KZT|bolivar VES|bolivars VES
            leu RON|lei RON|lev BGN|leva BGN|kuna HRK|kunas HRK|kyat MMK|kyats MMK|manat AZN|manats AZN|lari GEL|som KGS|sol PEN|soles PEN|quetzal GTQ|quetzales GTQ|lempira HNL|lempiras HNL|colon CRC|colones CRC|guarani PYG|guaranies PYG|balboa PAB|balboas PAB|tugrik MNT|tugriks MNT|kwacha ZMW|kwanza AOA|dalasi GMD|ngultrum BTN|nakfa ERN|gourde HTG|gourdes HTG|loti LSL|pula BWP|metical MZN|afghani AFN|afghanis AFN|rufiyaa MVR|pataca MOP|patacas MOP|kina PGK|vatu VUV|somoni TJS|denar MKD|denars MKD|rial IRR|rials IRR|riel KHR|riels KHR
            bitcoin XBT|bitcoins XBT|btc XBT|deutschmark DEM|deutschmarks DEM|markka FIM|markkaa FIM|guilder NLG|guilders NLG|lire ITL|peseta ESP|pesetas ESP|escudo PTE|escudos PTE|drachma GRD|drachmas GRD
            """);

    /** A people's name and the kind of money: the code. */
    private static final Map<String, String> NATIONAL = pairs("""
            us:dollar USD|american:dollar USD|aussie:dollar AUD|kiwi:dollar NZD|canadian:dollar CAD|australian:dollar AUD|singapore:dollar SGD|singaporean:dollar SGD|kong:dollar HKD|taiwan:dollar TWD|taiwanese:dollar TWD|zealand:dollar NZD|jamaican:dollar JMD|zimbabwean:dollar ZWL|namibian:dollar NAD|fijian:dollar FJD|bahamian:dollar BSD|bermudian:dollar BMD|brunei:dollar BND|barbadian:dollar BBD|barbados:dollar BBD|belize:dollar BZD|cayman:dollar KYD|islands:dollar KYD|guyanese:dollar GYD|liberian:dollar LRD|surinamese:dollar SRD|caribbean:dollar XCD|tobago:dollar TTD
            british:pound GBP|egyptian:pound EGP|lebanese:pound LBP|syrian:pound SYP|sudanese:pound SDG|gibraltar:pound GIP
            deutsche:mark DEM|german:mark DEM|west:mark DEM|finnish:markka FIM|finnish:markkaa FIM|french:franc FRF|belgian:franc BEF|austrian:schilling ATS|dutch:guilder NLG|spanish:peseta ESP|portuguese:escudo PTE|greek:drachma GRD|italian:lira ITL|italian:lire ITL|irish:pound IEP|irish:punt IEP
            japanese:yen JPY|chinese:yuan CNY|korean:won KRW|north:won KPW|indian:rupee INR|pakistani:rupee PKR|pakistan:rupee PKR|lankan:rupee LKR|nepalese:rupee NPR|mauritian:rupee MUR|seychellois:rupee SCR|indonesian:rupiah IDR
            mexican:peso MXN|philippine:peso PHP|argentine:peso ARS|argentinian:peso ARS|chilean:peso CLP|colombian:peso COP|cuban:peso CUP|uruguayan:peso UYU|dominican:peso DOP
            swedish:krona SEK|swedish:kronor SEK|norwegian:krone NOK|norwegian:kroner NOK|danish:krone DKK|danish:kroner DKK|icelandic:krona ISK|icelandic:kronur ISK|norwegian:crown NOK|swedish:crown SEK|danish:crown DKK|czech:crown CZK|czech:koruna CZK
            malaysian:ringgit MYR|malaysia:ringgit MYR|vietnamese:dong VND|nigerian:naira NGN|ukrainian:hryvnia UAH|kazakh:tenge KZT|ghanaian:cedi GHS|ethiopian:birr ETB|bangladeshi:taka BDT|peruvian:sol PEN
            swiss:franc CHF|thai:baht THB|bulgarian:lev BGN|bulgarian:leva BGN|cfa:franc XOF|congolese:franc CDF|rwandan:franc RWF|saudi:riyal SAR|qatari:riyal QAR|qatar:riyal QAR|yemeni:rial YER|iranian:rial IRR|omani:rial OMR|omani:riyal OMR|uae:dirham AED|emirati:dirham AED|moroccan:dirham MAD
            kuwaiti:dinar KWD|bahraini:dinar BHD|jordanian:dinar JOD|iraqi:dinar IQD|tunisian:dinar TND|algerian:dinar DZD|libyan:dinar LYD|serbian:dinar RSD
            brazilian:real BRL|brazilian:reais BRL|african:rand ZAR|russian:ruble RUB|russian:rouble RUB|belarusian:ruble BYN|turkish:lira TRY|israeli:shekel ILS|polish:zloty PLN|hungarian:forint HUF|kenyan:shilling KES|ugandan:shilling UGX|tanzanian:shilling TZS|somali:shilling SOS|romanian:leu RON|moldovan:leu MDL
            """);

    /** Letters that are a currency only directly before millions. */
    private static final Set<String> LOCAL_PREFIXES = Set.of("R", "N", "P", "W", "Sh", "KSh", "Ksh", "Dh", "Dhs");

    private static final Pattern SCALED =
            Pattern.compile("\\d[\\d.,]{0,12}[ -]?(?:millions?|billions?|trillions?|bn|mn?|b|tn|trn)\\b");

    private static final Map<String, String> CENTS = pairs("""
            cent USD|cents USD|¢ USD|pennies USD|pence GBP|p GBP|penny GBP|paise INR|paisa INR|kopecks RUB|kopeks RUB|kopiykas UAH|centavos MXN
            """);

    /** Hundredths that are said only behind their whole: "20 ringgit and 43 sen". */
    private static final Set<String> HUNDREDTHS = Set.of("c", "sen", "sens", "øre", "öre");

    private Currencies() {}

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.add(currency.getCurrencyCode());
        }
        codes.removeAll(NOT_READ);
        return Set.copyOf(codes);
    }

    private static Map<String, String> pairs(String table) {
        Map<String, String> map = new HashMap<>();
        for (String pair : table.strip().split("\\s*[|\\n]\\s*")) {
            int space = pair.lastIndexOf(' ');
            map.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return Map.copyOf(map);
    }

    /** The code that a word in capitals spells, or null. */
    static @Nullable String code(Token token) {
        if (!token.isWord() || token.text().length() != 3 || !token.upper() && !SMALL_CODES.contains(token.text())) {
            return null;
        }
        String upper = token.text().toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? upper : null;
    }

    /** The code of a currency that is also a word in capitals ("TRY"), which counts only before millions. */
    static @Nullable String word(Token token) {
        String upper = token.text().toUpperCase(Locale.ROOT);
        return token.upper() && WORDS.contains(upper) ? upper : null;
    }

    static boolean isCode(String letters) {
        return CODES.contains(letters);
    }

    /** A code with its thousands or millions before it. */
    record ScaledCode(String code, BigDecimal scale) {}

    /** What "MSEK" or "kEUR" says, or null. */
    static @Nullable ScaledCode scaledCode(Token token) {
        String word = token.text();
        if (!token.isWord() || word.length() != 4 || !token.upper() && !word.startsWith("k")) {
            return null;
        }
        BigDecimal scale = CODE_SCALES.get(word.substring(0, 1));
        String code = word.substring(1);
        boolean known = SMALL_CODES.contains(code) && !word.equals("tusd");
        return scale == null || !known ? null : new ScaledCode(code.toUpperCase(Locale.ROOT), scale);
    }

    /** The code of a name that stands before its figure: "ringgit 42", "Euro 5 million". */
    static @Nullable String leading(String word) {
        return LEADING.contains(word) ? NAMES.get(word) : null;
    }

    static boolean isHundredth(String word) {
        return CENTS.containsKey(word) || HUNDREDTHS.contains(word);
    }

    static @Nullable String sign(String sign) {
        return SIGNS.get(sign);
    }

    static @Nullable String prefixWord(String word) {
        return PREFIX_WORDS.get(word);
    }

    static @Nullable String name(String word) {
        return NAMES.get(word);
    }

    static @Nullable String cents(String word) {
        return CENTS.get(word);
    }

    /** Whether a word is the name or code of a currency. */
    static boolean isNamed(Token token) {
        return token.isWord() && (code(token) != null || NAMES.containsKey(token.text()));
    }

    /** "Hong Kong dollars": by the last word of the people's name and the kind of money. */
    static @Nullable String national(String people, String money) {
        String code = NATIONAL.get(people + ":" + money);
        return code == null && money.endsWith("s")
                ? NATIONAL.get(people + ":" + money.substring(0, money.length() - 1))
                : code;
    }

    /** Whether the letters so far, directly before a digit, are a currency ("USD38", "Rs20", "R100 million"). */
    static boolean isGluedPrefix(CharSequence word, int start, String text) {
        int n = word.length();
        if (n < 1 || n > 4 || !Character.isUpperCase(text.charAt(start))) {
            return false;
        }
        String w = word.toString();
        if (LOCAL_PREFIXES.contains(w)) {
            return SCALED.matcher(text)
                    .region(start + n, Math.min(text.length(), start + n + 40))
                    .lookingAt();
        }
        return CODES.contains(w)
                || w.equals("RMB")
                || w.equals("Rs")
                || w.equals("RM")
                || w.equals("SFr")
                || w.equals("Rp");
    }
}
