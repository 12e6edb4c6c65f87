// 店主: what the shop's staff ask for.
import { endpoint } from '../../kernel/endpoint'
import { endDistributor } from '../../workflows/agreement/end-agreement'
import { getAgreementDesk } from '../../workflows/agreement/get-agreement-desk'
import { getAgreementVersion } from '../../workflows/agreement/get-agreement-version'
import { listUnsigned } from '../../workflows/agreement/list-unsigned'
import { publishAgreement } from '../../workflows/agreement/publish-agreement'
import { remindToSign } from '../../workflows/agreement/remind-to-sign'
import { closeAlert } from '../../workflows/alert/close-alert'
import { listAlerts } from '../../workflows/alert/list-alerts'
import { approveAfterSale } from '../../workflows/after-sale/approve-after-sale'
import { listShopAfterSales } from '../../workflows/after-sale/list-shop-after-sales'
import { receiveReturn } from '../../workflows/after-sale/receive-return'
import { rejectAfterSale } from '../../workflows/after-sale/reject-after-sale'
import { decideDispute } from '../../workflows/dispute/decide-dispute'
import { getShopDispute } from '../../workflows/dispute/get-shop-dispute'
import { listShopDisputes } from '../../workflows/dispute/list-shop-disputes'
import { decideHeld } from '../../workflows/commission/decide-held'
import { listHeld } from '../../workflows/commission/list-held'
import { getAnyCommission } from '../../workflows/commission/get-commission'
import { decideApplication } from '../../workflows/distributor/decide-application'
import { listDistributors } from '../../workflows/distributor/list-distributors'
import { setDistributorStatus } from '../../workflows/distributor/set-distributor-status'
import { getDashboard } from '../../workflows/figures/get-dashboard'
import { listEarnings } from '../../workflows/figures/list-earnings'
import { thenCount } from '../../workflows/figures/set-board'
import { editCampaign } from '../../workflows/campaign/edit-campaign'
import { listCampaigns } from '../../workflows/campaign/list-campaigns'
import { saveCampaign } from '../../workflows/campaign/save-campaign'
import { setCampaignStatus } from '../../workflows/campaign/set-campaign-status'
import { getGoods } from '../../workflows/goods/get-goods'
import { listGoods } from '../../workflows/goods/list-goods'
import { saveCategory } from '../../workflows/goods/save-category'
import { saveProduct } from '../../workflows/goods/save-product'
import { shelveProduct } from '../../workflows/goods/shelve-product'
import { approveMoneyDecision, rejectMoneyDecision } from '../../workflows/incentive/decide-money'
import { listMoneyDecisions } from '../../workflows/incentive/list-money-decisions'
import { payIncentive } from '../../workflows/incentive/pay-incentive'
import { setIncentiveBudget } from '../../workflows/incentive/set-incentive-budget'
import { writeOffDebt } from '../../workflows/incentive/write-off-debt'
import { editMaterial } from '../../workflows/material/edit-material'
import { listShopMaterials } from '../../workflows/material/list-shop-materials'
import { editProductNotes, saveProductNotes } from '../../workflows/material/product-notes'
import { publishMaterial } from '../../workflows/material/publish-material'
import { saveMaterial } from '../../workflows/material/save-material'
import { getShopOrder } from '../../workflows/order/get-shop-order'
import { listShopOrders } from '../../workflows/order/list-shop-orders'
import { shipOrder } from '../../workflows/order/ship-order'
import { addPersonNote } from '../../workflows/person/add-person-note'
import { getPerson } from '../../workflows/person/get-person'
import { getPersonDays } from '../../workflows/person/get-person-days'
import { handOver } from '../../workflows/person/hand-over'
import { listHandOvers } from '../../workflows/person/list-hand-overs'
import { listPersonCommissions } from '../../workflows/person/list-person-commissions'
import { listPersonMovements } from '../../workflows/person/list-person-movements'
import { listPersonNotes } from '../../workflows/person/list-person-notes'
import { listPersonOrders } from '../../workflows/person/list-person-orders'
import { getPlan } from '../../workflows/plan/get-plan'
import { previewMargins } from '../../workflows/plan/preview-margins'
import { publishPlan } from '../../workflows/plan/publish-plan'
import { savePlanDraft } from '../../workflows/plan/save-plan-draft'
import { validatePlan } from '../../workflows/plan/validate-plan'
import { withdrawPlan } from '../../workflows/plan/withdraw-plan'
import { keepSimulating } from '../../workflows/simulation/advance-simulation'
import { getSimulation } from '../../workflows/simulation/get-simulation'
import { getSimulator } from '../../workflows/simulation/get-simulator'
import { startSimulation } from '../../workflows/simulation/start-simulation'
import { getReconciledDay } from '../../workflows/reconciliation/get-reconciled-day'
import { listReconciledDays } from '../../workflows/reconciliation/list-reconciled-days'
import { noteDifference } from '../../workflows/reconciliation/note-difference'
import { reconcileDay } from '../../workflows/reconciliation/reconcile-day'
import { getRecruitmentDesk } from '../../workflows/recruitment/get-recruitment-desk'
import { listApplications } from '../../workflows/recruitment/list-applications'
import { publishRecruitment } from '../../workflows/recruitment/publish-recruitment'
import { listStuckRefunds } from '../../workflows/refund/list-stuck-refunds'
import { markRefundedByHand } from '../../workflows/refund/mark-refunded-by-hand'
import { retryRefund } from '../../workflows/refund/retry-refund'
import { getCustomerHistory } from '../../workflows/share/get-customer-history'
import { getShopFunnel } from '../../workflows/share/get-funnel'
import { listCustomers } from '../../workflows/share/list-customers'
import { moveCustomer } from '../../workflows/share/move-customer'
import { claimShop } from '../../workflows/shop/claim-shop'
import { getBindingPolicy, saveBindingPolicy } from '../../workflows/shop/keep-binding-policy'
import { getSettings, saveSettings } from '../../workflows/shop/keep-settings'
import { setStaff } from '../../workflows/shop/set-staff'
import { findMember, listStaff } from '../../workflows/staff/list-staff'
import { exportTaxFiling } from '../../workflows/tax/export-tax-filing'
import { getTaxMonth } from '../../workflows/tax/get-tax-month'
import { recordTaxPayment } from '../../workflows/tax/record-tax-payment'
import { setTaxMode } from '../../workflows/tax/set-tax-mode'
import { exportStatement } from '../../workflows/statement/export-statement'
import { getStatement } from '../../workflows/statement/get-statement'
import { getTeamTree } from '../../workflows/team/get-team-tree'
import { getTierOf, getTiers } from '../../workflows/tier/get-tiers'
import { publishTiers } from '../../workflows/tier/publish-tiers'
import { releaseTier } from '../../workflows/tier/release-tier'
import { setTier } from '../../workflows/tier/set-tier'
import { approveWithdrawal } from '../../workflows/withdrawal/approve-withdrawal'
import { approveWithdrawals, rejectWithdrawals } from '../../workflows/withdrawal/decide-several'
import { listWithdrawals } from '../../workflows/withdrawal/list-withdrawals'
import { rejectWithdrawal } from '../../workflows/withdrawal/reject-withdrawal'
import { retryWithdrawal } from '../../workflows/withdrawal/retry-withdrawal'

export const main = endpoint('owner', {
  'owner.claimShop': claimShop,
  'owner.getShopSettings': getSettings,
  'owner.saveShopSettings': saveSettings,
  'owner.getBindingPolicy': getBindingPolicy,
  'owner.saveBindingPolicy': saveBindingPolicy,
  'owner.getDashboard': getDashboard,
  'owner.listEarnings': listEarnings,
  'owner.listProducts': listGoods,
  'owner.getProduct': getGoods,
  'owner.saveCategory': saveCategory,
  'owner.saveProduct': saveProduct,
  'owner.shelveProduct': shelveProduct,
  'owner.listCampaigns': listCampaigns,
  'owner.getCampaign': editCampaign,
  'owner.saveCampaign': saveCampaign,
  'owner.setCampaignStatus': setCampaignStatus,
  'owner.listMaterials': listShopMaterials,
  'owner.getMaterial': editMaterial,
  'owner.saveMaterial': saveMaterial,
  'owner.publishMaterial': publishMaterial,
  'owner.getProductNotes': editProductNotes,
  'owner.saveProductNotes': saveProductNotes,
  'owner.listOrders': listShopOrders,
  'owner.getOrder': getShopOrder,
  'owner.shipOrder': thenCount(shipOrder),
  'owner.listAfterSales': listShopAfterSales,
  'owner.approveAfterSale': thenCount(approveAfterSale),
  'owner.rejectAfterSale': thenCount(rejectAfterSale),
  'owner.receiveReturn': thenCount(receiveReturn),
  'owner.getPlan': getPlan,
  'owner.savePlanDraft': savePlanDraft,
  'owner.previewMargins': previewMargins,
  'owner.validatePlan': validatePlan,
  'owner.publishPlan': thenCount(publishPlan),
  'owner.withdrawPlan': thenCount(withdrawPlan),
  'owner.simulatePlan': startSimulation,
  'owner.advanceSimulation': keepSimulating,
  'owner.getSimulation': getSimulation,
  'owner.getSimulator': getSimulator,
  'owner.listDistributors': listDistributors,
  'owner.getPerson': getPerson,
  'owner.getPersonDays': getPersonDays,
  'owner.listPersonOrders': listPersonOrders,
  'owner.listPersonCommissions': listPersonCommissions,
  'owner.getCommission': getAnyCommission,
  'owner.listPersonMovements': listPersonMovements,
  'owner.listPersonNotes': listPersonNotes,
  'owner.addPersonNote': addPersonNote,
  'owner.decideApplication': thenCount(decideApplication),
  'owner.getTiers': getTiers,
  'owner.publishTiers': publishTiers,
  'owner.getTierOf': getTierOf,
  'owner.setTier': setTier,
  'owner.getTeamTree': getTeamTree,
  'owner.releaseTier': releaseTier,
  'owner.setDistributorStatus': setDistributorStatus,
  'owner.getRecruitment': getRecruitmentDesk,
  'owner.publishRecruitment': publishRecruitment,
  'owner.listApplications': listApplications,
  'owner.getAgreement': getAgreementDesk,
  'owner.publishAgreement': publishAgreement,
  'owner.getAgreementVersion': getAgreementVersion,
  'owner.listUnsigned': listUnsigned,
  'owner.remindToSign': remindToSign,
  'owner.endDistributor': endDistributor,
  'owner.handOver': handOver,
  'owner.listHandOvers': listHandOvers,
  'owner.listStaff': listStaff,
  'owner.findMember': findMember,
  'owner.setStaff': setStaff,
  'owner.listWithdrawals': listWithdrawals,
  'owner.approveWithdrawal': thenCount(approveWithdrawal),
  'owner.rejectWithdrawal': thenCount(rejectWithdrawal),
  'owner.approveWithdrawals': thenCount(approveWithdrawals),
  'owner.rejectWithdrawals': thenCount(rejectWithdrawals),
  'owner.retryWithdrawal': thenCount(retryWithdrawal),
  'owner.getTaxMonth': getTaxMonth,
  'owner.setTaxMode': setTaxMode,
  'owner.recordTaxPayment': recordTaxPayment,
  'owner.exportTaxFiling': exportTaxFiling,
  'owner.listAlerts': listAlerts,
  'owner.closeAlert': thenCount(closeAlert),
  'owner.listStuckRefunds': listStuckRefunds,
  'owner.retryRefund': thenCount(retryRefund),
  'owner.markRefundedByHand': thenCount(markRefundedByHand),
  'owner.listHeld': listHeld,
  'owner.decideHeld': thenCount(decideHeld),
  'owner.listReconciledDays': listReconciledDays,
  'owner.getReconciledDay': getReconciledDay,
  'owner.reconcileDay': thenCount(reconcileDay),
  'owner.noteDifference': thenCount(noteDifference),
  'owner.getStatement': getStatement,
  'owner.exportStatement': exportStatement,
  'owner.payIncentive': payIncentive,
  'owner.writeOffDebt': writeOffDebt,
  'owner.listMoneyDecisions': listMoneyDecisions,
  'owner.approveMoneyDecision': approveMoneyDecision,
  'owner.rejectMoneyDecision': rejectMoneyDecision,
  'owner.setIncentiveBudget': setIncentiveBudget,
  'owner.getFunnel': getShopFunnel,
  'owner.listCustomers': listCustomers,
  'owner.getCustomerHistory': getCustomerHistory,
  'owner.listDisputes': listShopDisputes,
  'owner.getDispute': getShopDispute,
  'owner.decideDispute': thenCount(decideDispute),
  'owner.moveCustomer': moveCustomer,
})
