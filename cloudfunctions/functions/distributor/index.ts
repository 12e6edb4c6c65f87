// The cloud function `distributor`: 分销 for members, from application to withdrawal.
import { endpoint } from '../../kernel/endpoint'
import { getAgreement } from '../../workflows/agreement/get-agreement'
import { leave } from '../../workflows/agreement/end-agreement'
import { signAgreement } from '../../workflows/agreement/sign-agreement'
import { getCommission } from '../../workflows/commission/get-commission'
import { listCommissions } from '../../workflows/commission/list-commissions'
import { apply } from '../../workflows/distributor/apply'
import { getApplication } from '../../workflows/distributor/get-application'
import { getCentre } from '../../workflows/distributor/get-centre'
import { listGoods } from '../../workflows/distributor/list-goods'
import { listOwnOrders } from '../../workflows/distributor/list-own-orders'
import { answerDispute } from '../../workflows/dispute/answer-dispute'
import { listClaimable } from '../../workflows/dispute/list-claimable'
import { getOwnDispute, listOwnDisputes } from '../../workflows/dispute/list-own-disputes'
import { raiseDispute } from '../../workflows/dispute/raise-dispute'
import { withdrawDispute } from '../../workflows/dispute/withdraw-dispute'
import { getMaterial } from '../../workflows/material/get-material'
import { listFavourites, setFavourite } from '../../workflows/material/keep-favourites'
import { listMaterials } from '../../workflows/material/list-materials'
import { getProductNotes } from '../../workflows/material/product-notes'
import { recordMaterialUse } from '../../workflows/material/record-material-use'
import { getRanks } from '../../workflows/rank/get-ranks'
import { getRealName } from '../../workflows/real-name/get-real-name'
import { saveRealName } from '../../workflows/real-name/save-real-name'
import { getRecruitment } from '../../workflows/recruitment/get-recruitment'
import { finishTask, getWelcome } from '../../workflows/recruitment/get-welcome'
import { createShare } from '../../workflows/share/create-share'
import { drawShareCode } from '../../workflows/share/draw-share-code'
import { getFunnel } from '../../workflows/share/get-funnel'
import { listOwnCustomers } from '../../workflows/share/list-own-customers'
import { getOwnStatement } from '../../workflows/statement/get-statement'
import { getOwnTier, listOwnTierChanges } from '../../workflows/tier/get-own-tier'
import { closeNews } from '../../workflows/tier/tell-news'
import { answerNudge, listNudges, setNudges } from '../../workflows/team/answer-nudge'
import { getTeam } from '../../workflows/team/get-team'
import { getTeamMember } from '../../workflows/team/get-team-member'
import { listTeam } from '../../workflows/team/list-team'
import { nudge } from '../../workflows/team/nudge'
import { getWallet } from '../../workflows/wallet/get-wallet'
import { checkWithdrawal } from '../../workflows/withdrawal/check-withdrawal'
import { confirmWithdrawal } from '../../workflows/withdrawal/confirm-withdrawal'
import { listOwnWithdrawals } from '../../workflows/withdrawal/list-own-withdrawals'
import { quoteWithdrawal } from '../../workflows/withdrawal/quote-withdrawal'
import { requestWithdrawal } from '../../workflows/withdrawal/request-withdrawal'

export const main = endpoint('distributor', {
  'distributor.getApplication': getApplication,
  'distributor.apply': apply,
  'distributor.getRecruitment': getRecruitment,
  'distributor.getAgreement': getAgreement,
  'distributor.signAgreement': signAgreement,
  'distributor.getWelcome': getWelcome,
  'distributor.finishTask': finishTask,
  'distributor.leave': leave,
  'distributor.getCentre': getCentre,
  'distributor.listGoods': listGoods,
  'distributor.listOrders': listOwnOrders,
  'distributor.getTier': getOwnTier,
  'distributor.getRanks': getRanks,
  'distributor.listTierChanges': listOwnTierChanges,
  'distributor.closeTierNews': closeNews,
  'distributor.getTeam': getTeam,
  'distributor.listTeam': listTeam,
  'distributor.getTeamMember': getTeamMember,
  'distributor.nudge': nudge,
  'distributor.listNudges': listNudges,
  'distributor.answerNudge': answerNudge,
  'distributor.setNudges': setNudges,
  'distributor.createShare': createShare,
  'distributor.drawShareCode': drawShareCode,
  'distributor.getFunnel': getFunnel,
  'distributor.listCustomers': listOwnCustomers,
  'distributor.listClaimable': listClaimable,
  'distributor.raiseDispute': raiseDispute,
  'distributor.listDisputes': listOwnDisputes,
  'distributor.getDispute': getOwnDispute,
  'distributor.answerDispute': answerDispute,
  'distributor.withdrawDispute': withdrawDispute,
  'distributor.listMaterials': listMaterials,
  'distributor.listFavourites': listFavourites,
  'distributor.getMaterial': getMaterial,
  'distributor.recordMaterialUse': recordMaterialUse,
  'distributor.setFavourite': setFavourite,
  'distributor.getProductNotes': getProductNotes,
  'distributor.listCommissions': listCommissions,
  'distributor.getCommission': getCommission,
  'distributor.getWallet': getWallet,
  'distributor.getStatement': getOwnStatement,
  'distributor.quoteWithdrawal': quoteWithdrawal,
  'distributor.requestWithdrawal': requestWithdrawal,
  'distributor.listWithdrawals': listOwnWithdrawals,
  'distributor.confirmWithdrawal': confirmWithdrawal,
  'distributor.checkWithdrawal': checkWithdrawal,
  'distributor.getRealName': getRealName,
  'distributor.saveRealName': saveRealName,
})
