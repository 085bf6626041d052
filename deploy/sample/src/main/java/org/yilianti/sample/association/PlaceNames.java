package org.yilianti.sample.association;

import java.util.List;

/** Invented places of the district Yunling (云岭); none of them is meant to be a real one. */
final class PlaceNames {

    /** A place in Chinese and in pinyin. */
    record Place(String name, String latin) {}

    static final List<Place> TOWNSHIPS = List.of(
            new Place("青石镇", "Qingshi"),
            new Place("白溪镇", "Baixi"),
            new Place("龙桥镇", "Longqiao"),
            new Place("双河镇", "Shuanghe"),
            new Place("竹山乡", "Zhushan"),
            new Place("枫林镇", "Fenglin"),
            new Place("大坪镇", "Daping"),
            new Place("茶园乡", "Chayuan"),
            new Place("石门镇", "Shimen"),
            new Place("柳塘乡", "Liutang"),
            new Place("金沙镇", "Jinsha"),
            new Place("云台镇", "Yuntai"));

    static final List<Place> COMMUNITIES = List.of(
            new Place("东城", "Dongcheng"),
            new Place("西城", "Xicheng"),
            new Place("南湖", "Nanhu"),
            new Place("北苑", "Beiyuan"),
            new Place("滨江", "Binjiang"),
            new Place("新城", "Xincheng"));

    static final List<Place> VILLAGES = List.of(
            new Place("东庄村", "Dongzhuang"),
            new Place("西岭村", "Xiling"),
            new Place("南坝村", "Nanba"),
            new Place("上湾村", "Shangwan"),
            new Place("下田村", "Xiatian"));

    private PlaceNames() {}
}
