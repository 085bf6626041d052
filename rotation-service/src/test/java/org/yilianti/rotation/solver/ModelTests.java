package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The problem as the search reads it (M7). */
class ModelTests {

    private static final int DAY = Ward.TYPES.indexOf(Ward.DAY);
    private static final int NIGHT = Ward.TYPES.indexOf(Ward.NIGHT);

    @Test
    void daysThatCostTheSameShareTheirCostsAndOthersKeepTheirOwn() {
        var holiday = Wish.toBeFree(2, 30);
        var model = Model.of(Ward.of(
                List.of(),
                Ward.person("li").withWishes(List.of(holiday, Wish.toBeFree(3, 30))),
                Ward.person("wang").withWishes(List.of(holiday, Wish.toWork(4, "A-night", 7))),
                Ward.person("zhao").withWishes(List.of(holiday, holiday))));
        var li = model.profiles[0];
        var wang = model.profiles[1];
        var zhao = model.profiles[2];

        assertThat(li.wishCost[2]).isSameAs(li.wishCost[3]).isSameAs(wang.wishCost[2]);
        assertThat(li.cellCost(model, 2, DAY)).isEqualTo(30);
        assertThat(li.cellCost(model, 2, Model.FREE)).isZero();
        assertThat(li.cellCost(model, 4, DAY)).isZero();
        assertThat(zhao.cellCost(model, 2, DAY)).isEqualTo(60);
        assertThat(wang.cellCost(model, 4, NIGHT)).isZero();
        assertThat(wang.cellCost(model, 4, DAY)).isEqualTo(7);
        assertThat(wang.cellCost(model, 4, Model.FREE)).isEqualTo(7);
    }
}
