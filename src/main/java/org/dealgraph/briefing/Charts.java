package org.dealgraph.briefing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.briefing.Briefing.Chart;

/** The drawings that go with a briefing; one that would show too little is left out. */
final class Charts {

    private final Ground ground;

    Charts(Ground ground) {
        this.ground = ground;
    }

    List<Chart> draw() {
        List<String> wanted = ground.ask().charts();
        return Stream.of(
                        TimelineChart.draw(ground),
                        MatrixChart.draw(ground),
                        GigawattChart.draw(ground),
                        MarginChart.draw(ground))
                .flatMap(Optional::stream)
                .filter(chart -> wanted == null || wanted.contains(chart.id()))
                .toList();
    }
}
