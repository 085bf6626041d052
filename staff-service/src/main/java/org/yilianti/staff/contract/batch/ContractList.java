package org.yilianti.staff.contract.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.contract.Contract;
import org.yilianti.staff.contract.ContractDetails;
import org.yilianti.staff.contract.ContractIntake;
import org.yilianti.staff.contract.ContractKind;
import org.yilianti.staff.contract.ContractRepository;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberWalk;

/**
 * {@code contracts.v1}: what is believed now of the contracts with the employers in scope. A row with a known first day corrects that
 * contract; one that begins when a known one ends renews it.
 */
@Component
class ContractList implements RegistryList {

    /** Papers need no number; with one employer one contract at most begins on a day. */
    private static final Template TEMPLATE = Template.of("contracts")
            .columns("staff_no", "institution_code", "valid_from")
            .key()
            .choice("kind", ContractKind.class)
            .columns("number", "valid_to");

    private final ContractIntake intake;
    private final ContractRepository contracts;
    private final MemberWalk walk;

    ContractList(ContractIntake intake, ContractRepository contracts, MemberWalk walk) {
        this.intake = intake;
        this.contracts = contracts;
        this.walk = walk;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        walk.forEach(
                export.association(), export.scope(), contracts::believedOf, Contract::member, (staffNo, contract) -> {
                    if (export.scope().permits(contract.employer().code())) {
                        rows.accept(cells(staffNo, contract));
                    }
                });
    }

    private static List<@Nullable String> cells(String staffNo, Contract contract) {
        ContractDetails details = contract.details();
        return Arrays.asList(
                staffNo,
                contract.employer().code(),
                details.valid().from().toString(),
                details.kind().code(),
                details.number(),
                Objects.toString(details.valid().to(), null));
    }
}
