package org.yilianti.rotation.agreement.web;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.yilianti.rotation.agreement.AgreementCopy;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PayTerms;
import org.yilianti.rotation.agreement.TimetableSession;

/** Prints one version of an agreement in Chinese, as the parties sign it; every page carries its fingerprint. */
final class AgreementPdf {

    private final AgreementCopy copy;
    private final PdfFonts fonts = PdfFonts.load();

    private AgreementPdf(AgreementCopy copy) {
        this.copy = copy;
    }

    static byte[] of(AgreementCopy copy) {
        return new AgreementPdf(copy).print();
    }

    private byte[] print() {
        var bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, 64, 64, 56, 72)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new FingerprintFooter(copy.fingerprint(), fonts.small()));
            document.addTitle("多点执业协议书 " + copy.agreement().id());
            document.open();
            document.add(centred("多点执业协议书", fonts.title()));
            document.add(centred(
                    "协议编号 %s　第 %d 版　自 %s 起生效"
                            .formatted(
                                    copy.agreement().id(),
                                    copy.version().number(),
                                    date(copy.version().effectiveFrom())),
                    fonts.small()));
            parties(document);
            clauses(document, copy.version().terms());
            document.add(signatures());
        }
        return bytes.toByteArray();
    }

    private void parties(Document document) {
        PdfPTable table = table(2, 5);
        row(table, "甲方（主要执业机构）", copy.homeName());
        row(table, "乙方（多点执业机构）", copy.hostName());
        row(table, "丙方（执业人员）", "%s（工号 %s）".formatted(copy.memberName(), copy.staffNo()));
        document.add(table);
    }

    private void clauses(Document document, AgreementTerms terms) {
        clause(
                document,
                "一、协议期限",
                "自 %s 起至 %s 止。"
                        .formatted(
                                date(terms.term().from()), date(terms.validTo().minusDays(1))));
        clause(document, "二、工作任务", terms.tasks());
        clause(document, "三、每周时间安排", terms.timetable().isEmpty() ? "以联合体已发布的排班表为准。" : "除双方另有约定外，按下表执行，路程时间不计入工作时间。");
        if (!terms.timetable().isEmpty()) {
            document.add(timetable(terms));
        }
        clause(document, "四、工作时间上限", "丙方在乙方每周工作不超过 %d 小时。".formatted(terms.weeklyHours()));
        clause(document, "五、报酬", pay(terms.pay()));
        clause(document, "六、医疗责任分担", "因丙方在乙方执业发生的医疗损害，按发生时有效的版本由三方分担：");
        document.add(shares(terms.liability()));
        clause(document, "七、医疗责任保险", insurance(terms.insurance()));
        clause(document, "八、变更与解除", "任何变更由一方机构提出，经另一方机构由不同人员同意后，自约定日期起生效；此前版本予以保留。");
        clause(document, "九、依据", "《中华人民共和国医师法》（2022 年施行）第十五条、第十八条。在联合体内执业，以本协议作为内部备案。");
    }

    private PdfPTable timetable(AgreementTerms terms) {
        PdfPTable table = table(1.1f, 2, 3, 1.6f, 3.6f);
        List.of("星期", "时间", "地点", "单程路程", "适用期间").forEach(head -> table.addCell(cell(head, Element.ALIGN_CENTER)));
        for (TimetableSession session : terms.timetable()) {
            boolean nextDay = !session.end().isAfter(session.start());
            table.addCell(cell(
                    session.day().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE), Element.ALIGN_CENTER));
            table.addCell(cell(session.start() + "–" + (nextDay ? "次日" : "") + session.end(), Element.ALIGN_CENTER));
            table.addCell(cell(session.place(), Element.ALIGN_LEFT));
            table.addCell(cell(session.travelMinutes() + " 分钟", Element.ALIGN_CENTER));
            table.addCell(cell(span(session, terms), Element.ALIGN_CENTER));
        }
        return table;
    }

    private static String span(TimetableSession session, AgreementTerms terms) {
        LocalDate from = session.from();
        LocalDate to = session.to();
        if (from == null && to == null) {
            return "协议期限内";
        }
        return "%s 至 %s"
                .formatted(from == null ? terms.term().from() : from, (to == null ? terms.validTo() : to).minusDays(1));
    }

    private static String pay(PayTerms pay) {
        String amount =
                switch (pay.basis()) {
                    case NONE -> "除联合体绩效分配外，乙方不另付报酬。";
                    case SESSION -> "乙方每次出诊支付人民币 %s 元。".formatted(pay.amount());
                    case HOUR -> "乙方每小时支付人民币 %s 元。".formatted(pay.amount());
                    case MONTH -> "乙方每月支付人民币 %s 元。".formatted(pay.amount());
                };
        return pay.note() == null ? amount : amount + pay.note();
    }

    private PdfPTable shares(LiabilityShares shares) {
        PdfPTable table = table(1, 1, 1, 1);
        List.of("甲方", "乙方", "丙方", "合计").forEach(head -> table.addCell(cell(head, Element.ALIGN_CENTER)));
        List.of(shares.homePercent(), shares.hostPercent(), shares.memberPercent())
                .forEach(percent -> table.addCell(cell(percent.toPlainString() + "%", Element.ALIGN_CENTER)));
        table.addCell(cell("100.00%", Element.ALIGN_CENTER));
        return table;
    }

    private static String insurance(Insurance insurance) {
        return "保险人：%s；保单号：%s；保险金额：人民币 %s 元；有效期至 %s。"
                .formatted(
                        insurance.insurer(),
                        insurance.policyNumber(),
                        insurance.cover(),
                        date(insurance.validTo().minusDays(1)));
    }

    private PdfPTable signatures() {
        PdfPTable table = table(1, 1, 1);
        table.setSpacingBefore(24);
        table.setKeepTogether(true);
        for (String party : List.of("甲方（盖章）", "乙方（盖章）", "丙方（签字）")) {
            PdfPCell cell = cell(party + "\n\n\n日期：　　年　　月　　日", Element.ALIGN_LEFT);
            cell.setFixedHeight(86);
            table.addCell(cell);
        }
        return table;
    }

    private void clause(Document document, String heading, String text) {
        Paragraph head = new Paragraph(heading, fonts.heading());
        head.setSpacingBefore(9);
        head.setKeepTogether(true);
        document.add(head);
        Paragraph body = new Paragraph(18, text, fonts.body());
        body.setFirstLineIndent(22);
        document.add(body);
    }

    private static Paragraph centred(String text, org.openpdf.text.Font font) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(8);
        return paragraph;
    }

    private PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        return table;
    }

    private void row(PdfPTable table, String label, String value) {
        table.addCell(cell(label, Element.ALIGN_LEFT));
        table.addCell(cell(value, Element.ALIGN_LEFT));
    }

    private PdfPCell cell(@Nullable String text, int alignment) {
        PdfPCell cell = new PdfPCell(new Paragraph(text, fonts.body()));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(5);
        return cell;
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
