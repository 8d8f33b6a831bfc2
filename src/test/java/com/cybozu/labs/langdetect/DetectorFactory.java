package com.cybozu.labs.langdetect;

import java.util.List;

/**
 * Stands before the class of the same name that the Nu HTML checker brings along: that one reads its language profiles with
 * Jetty 9 where the embedded graph brings Jetty 12, and nothing here guesses languages.
 */
public final class DetectorFactory {

    private DetectorFactory() {}

    public static void clear() {}

    public static void loadProfile(List<String> profiles) {}
}
