package org.yilianti.sample.association;

import java.util.List;
import org.yilianti.sample.script.MonthScript.Indicator;
import org.yilianti.sample.script.MonthScript.Measure;

/** The small scheme by which two township centres are evaluated, one indicator for every way to score, and their measures. */
final class Indicators {

    private Indicators() {}

    static List<Indicator> scheme() {
        return List.of(
                new Indicator("records", "居民健康档案规范管理率", "Health records kept to standard", "0.25", "0.90", "ratio"),
                new Indicator(
                        "hypertension", "高血压患者规范管理率", "Hypertension managed to standard", "0.25", "0.70", "linear"),
                new Indicator("outreach", "上门与下沉服务人次", "Outreach services in the month", "0.20", "400", "ratio"),
                new Indicator(
                        "reporting", "传染病及时报告率", "Infectious diseases reported in time", "0.15", "1.00", "threshold"),
                new Indicator("complaints", "每万人投诉数", "Complaints per 10,000 people", "0.15", "1.00", "reverse"));
    }

    static List<Measure> measures() {
        return List.of(
                new Measure("T01", "records", "0.874"),
                new Measure("T01", "hypertension", "0.662"),
                new Measure("T01", "outreach", "431"),
                new Measure("T01", "reporting", "1.00"),
                new Measure("T01", "complaints", "0.85"),
                new Measure("T02", "records", "0.913"),
                new Measure("T02", "hypertension", "0.588"),
                new Measure("T02", "outreach", "306"),
                new Measure("T02", "reporting", "0.98"),
                new Measure("T02", "complaints", "1.60"));
    }
}
