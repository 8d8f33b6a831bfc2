package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units of measure, and what each is in the unit that is kept. */
final class Units {

    enum Dimension {
        /** Kept in MW. */
        POWER,
        PERCENT,
        /** Kept in years. */
        TIME,
        OTHER
    }

    /**
     * A unit.
     *
     * @param dimension what it measures
     * @param name in short
     * @param factor to the kept unit
     */
    record Unit(Dimension dimension, String name, BigDecimal factor) {}

    static final Unit YEARS = new Unit(Dimension.TIME, "years", BigDecimal.ONE);
    static final Unit PERCENT = new Unit(Dimension.PERCENT, "%", BigDecimal.ONE);

    /** Of a unit that is named where it is met. */
    static final Unit OTHER = new Unit(Dimension.OTHER, "other", BigDecimal.ONE);

    private static final Map<String, Unit> UNITS = units();

    private Units() {}

    static @Nullable Unit find(String word) {
        return UNITS.get(word);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        put(units, Dimension.POWER, "kW", "0.001", "kw|kilowatt|kilowatts|kwe");
        put(units, Dimension.POWER, "MW", "1", "mw|megawatt|megawatts|mwe|mwac|mwdc|mws|mwit|mega-watts");
        put(units, Dimension.POWER, "GW", "1000", "gw|gigawatt|gigawatts|gwe|gws|gwac|gwdc|gig|gigs");
        put(units, Dimension.POWER, "TW", "1000000", "tw|terawatt|terawatts");
        put(units, Dimension.PERCENT, "%", "1", "%|percent|pct|٪");
        put(units, Dimension.TIME, "years", "1", "year|years|yr|yrs");
        put(units, Dimension.TIME, "decades", "10", "decade|decades");
        for (String others : new String[] {
            "kWh kwh",
            "MWh mwh",
            "GWh gwh",
            "TWh twh",
            "PFLOPS petaflop|petaflops|pflops",
            "EFLOPS exaflop|exaflops|eflops",
            "TFLOPS teraflop|teraflops|tflops",
            "zettaflops zettaflop|zettaflops",
            "acres acre|acres",
            "hectares hectare|hectares|ha",
            "miles mile|miles",
            "km km|kilometers|kilometres|kilometer|kilometre",
            "m meter|meters|metre|metres",
            "feet foot|feet|ft",
            "inches inch|inches",
            "nm nm|nanometer|nanometers|nanometre",
            "GB gb|gigabyte|gigabytes",
            "TB tb|terabyte|terabytes",
            "PB pb|petabyte|petabytes",
            "Gbps gbps",
            "Tbps tbps",
            "MB mb|megabytes",
            "W watt|watts",
            "V volt|volts|kv|kilovolt",
            "hours hour|hours|hrs",
            "minutes minute|minutes",
            "seconds second|seconds",
            "ms milliseconds|ms",
            "days day|days",
            "weeks week|weeks",
            "bp bps|bp",
            "points point|points",
            "times times|x|×|fold",
            "people people|persons",
            "tons ton|tons|tonne|tonnes",
            "gallons gallon|gallons",
            "jobs jobs|job",
            "homes homes|households|houses",
            "customers customers|customer|clients|companies|businesses|developers|students|members|visitors",
            "tokens token|tokens",
            "parameters parameter|parameters",
            "users users|user|subscribers",
            "employees employees|workers|staff|engineers|researchers"
        }) {
            int space = others.indexOf(' ');
            put(units, Dimension.OTHER, others.substring(0, space), "1", others.substring(space + 1));
        }
        return Map.copyOf(units);
    }

    private static void put(Map<String, Unit> units, Dimension dimension, String name, String factor, String words) {
        Unit unit = new Unit(dimension, name, new BigDecimal(factor));
        for (String word : words.split("\\|")) {
            units.put(word, unit);
        }
    }
}
