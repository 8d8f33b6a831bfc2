package org.dealgraph.entity;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Letters of other scripts as Latin ones, near enough to compare names by: Cyrillic, Greek, Georgian, Armenian, Hebrew, Arabic, kana, Hangul. */
final class Scripts {

    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        table(
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch . y . e yu ya");
        table("іїєґўџњљћђјѕқғңөұүһәө", "i i e g u dz n l c d i s k g n o u u h a o");
        table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t i f ch ps o");
        table(
                "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h");
        table(
                "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
                "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev");
        table("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h v z h t i k k l m m n n s a p p ts ts k r sh t");
        table(
                "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگکی",
                "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a . a a i u i p ch zh g k i");
        table(
                "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
                "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n");
        table(
                "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポァィゥェォャュョッー",
                "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po a i u e o ya yu yo . .");
        for (char kana = 'ァ'; kana <= 'ヶ'; kana++) {
            String latin = LETTERS.get(kana);
            if (latin != null) {
                LETTERS.put((char) (kana - 0x60), latin);
            }
        }
    }

    private static final String[] INITIALS = "g kk n d tt r m b pp s ss . j jj ch k t p h".split(" ");
    private static final String[] VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
    private static final String[] FINALS =
            ". k k ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng t t k t p t".split(" ");

    private Scripts() {}

    private static void table(String letters, String latin) {
        String[] sounds = latin.split(" ");
        for (int i = 0; i < sounds.length && i < letters.length(); i++) {
            LETTERS.putIfAbsent(letters.charAt(i), sounds[i].equals(".") ? "" : sounds[i]);
        }
    }

    /** The text with the letters of known scripts replaced. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '가' && c <= '힣') {
                hangul(latin, c - '가');
            } else {
                latin.append(letter(c));
            }
        }
        return latin.toString();
    }

    private static String letter(char c) {
        String sound = LETTERS.get(c);
        if (sound == null && c > 0x17f) {
            String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            sound = LETTERS.get(bare.charAt(0));
        }
        return sound == null ? String.valueOf(c) : sound;
    }

    private static void hangul(StringBuilder latin, int syllable) {
        String[][] parts = {INITIALS, VOWELS, FINALS};
        int[] index = {syllable / 588, syllable % 588 / 28, syllable % 28};
        for (int i = 0; i < parts.length; i++) {
            String sound = parts[i][index[i]];
            latin.append(sound.equals(".") ? "" : sound);
        }
    }
}
